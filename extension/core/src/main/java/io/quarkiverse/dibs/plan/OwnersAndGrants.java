package io.quarkiverse.dibs.plan;

import java.util.List;
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
        List<Action> owners = about(actions, ObjectKind.OWNER).toList();
        for (Action grant : about(actions, ObjectKind.GRANT).toList()) {
            ObjectId target = grant.id.parent();
            for (Action owner : owners) {
                if (!owner.id.parent().equals(target) && !owner.id.parent().equals(target.parent())) {
                    continue;
                }
                if (grant.type == Action.Type.DROP) {
                    owner.needs(grant, "the new owner takes over the privileges of the old one");
                } else {
                    grant.needs(owner, "privileges are those under the new owner");
                }
            }
        }
    }

    private static Stream<Action> about(List<Action> actions, ObjectKind kind) {
        return actions.stream().filter(action -> action.id.kind() == kind);
    }
}
