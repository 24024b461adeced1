package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Orders a change of owner among changes of privileges: a new owner takes over what the old one has, so what was said of the
 * old owner is taken back before, and what is said of the new one comes afterwards.
 */
final class OwnersAndGrants {

    private OwnersAndGrants() {
    }

    /**
     * The privileges of who stops or begins to own something: what is said of him before is another thing than what is said of
     * him afterwards, so it goes and comes.
     */
    static List<ObjectId> goAndCome(Schema from, Schema to, Set<ObjectId> dropped, Set<ObjectId> created,
            SortedMap<ObjectId, List<Alteration>> altered) {
        Map<ObjectId, Set<String>> owners = new HashMap<>();
        Stream.of(dropped, created, altered.keySet()).flatMap(Set::stream).filter(id -> id.kind() == ObjectKind.OWNER)
                .forEach(id -> Stream.of(from, to).flatMap(schema -> schema.find(id, Owner.class).stream())
                        .forEach(owner -> owners.computeIfAbsent(id.parent(), target -> new HashSet<>()).add(owner.role())));
        return owners.isEmpty() ? List.of()
                : from.all(Grant.class).map(Grant::id)
                        .filter(id -> to.contains(id) && !dropped.contains(id) && Stream.of(id.parent(), id.parent().root())
                                .flatMap(target -> owners.getOrDefault(target, Set.of()).stream())
                                .anyMatch(owner -> owner.equals(id.name()) || owner.equals(Grant.grantor(id))))
                        .toList();
    }

    static void order(List<Action> actions) {
        Map<ObjectId, List<Action>> owners = about(actions, ObjectKind.OWNER)
                .collect(Collectors.groupingBy(owner -> owner.id.parent()));
        about(actions, ObjectKind.GRANT).forEach(grant -> {
            ObjectId target = grant.id.parent();
            Stream.of(target, target.parent() == null ? target : target.parent(), target.root()).distinct()
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
