package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * Orders a change of owner among changes of privileges: a new owner takes over what the old one has, so what was said of the
 * old owner is taken back before, and what is said of the new one comes afterwards.
 */
final class OwnersAndGrants {

    private OwnersAndGrants() {
    }

    static void order(List<Action> actions) {
        Map<ObjectId, List<Action>> owners = about(actions, ObjectKind.OWNER)
                .collect(Collectors.groupingBy(owner -> owner.id.parent()));
        about(actions, ObjectKind.GRANT).forEach(grant -> {
            ObjectId target = grant.id.parent();
            Stream.of(target, target.parent() == null ? target : target.parent()).distinct()
                    .flatMap(owned -> owners.getOrDefault(owned, List.of()).stream()).forEach(owner -> order(grant, owner));
        });
    }

    private static void order(Action grant, Action owner) {
        if (grant.type == Action.Type.DROP) {
            owner.needs(grant, () -> "the new owner takes over the privileges of the old one");
        } else {
            grant.needs(owner, () -> "privileges are those under the new owner");
        }
    }

    private static Stream<Action> about(List<Action> actions, ObjectKind kind) {
        return actions.stream().filter(action -> action.id.kind() == kind);
    }
}
