package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * {@code REVOKE} of a privilege on a table takes it from all of its columns as well. Before: what is granted on the table
 * alone.
 * After: what is to be granted on a column comes behind that, again if it was there.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-revoke.html">REVOKE</a>
 */
final class KeptColumnGrants {

    private KeptColumnGrants() {
    }

    /** Adds the alterations that grant it again. */
    static void keep(Schema from, Schema to, Set<ObjectId> dropped, SortedMap<ObjectId, List<Alteration>> altered) {
        from.all(Grant.class).filter(grant -> isOfColumn(grant.id()) && !dropped.contains(grant.id())).toList()
                .forEach(grant -> to.find(grant.id(), Grant.class).ifPresent(wanted -> {
                    Grant left = left(grant, ofTable(grant.id()), from, to);
                    if (!left.equals(grant)) {
                        altered.put(grant.id(),
                                new ArrayList<>(List.of(new Alteration(left, wanted, Aspect.GRANT_PRIVILEGES))));
                    }
                }));
    }

    /** What is left of it once the table's has become what it is to be. */
    private static Grant left(Grant grant, ObjectId ofTable, Schema from, Schema to) {
        SortedMap<String, Boolean> before = privileges(from, ofTable);
        SortedMap<String, Boolean> after = privileges(to, ofTable);
        SortedMap<String, Boolean> privileges = new TreeMap<>(grant.privileges());
        before.forEach((privilege, option) -> {
            if (!after.containsKey(privilege)) {
                privileges.remove(privilege);
            } else if (option && !after.get(privilege)) {
                privileges.replace(privilege, false);
            }
        });
        SortedSet<String> revoked = new TreeSet<>(grant.revokedDefaults());
        return new Grant(grant.id(), privileges, revoked);
    }

    private static SortedMap<String, Boolean> privileges(Schema schema, ObjectId grant) {
        return schema.find(grant, Grant.class).map(Grant::privileges).orElse(new TreeMap<>());
    }

    private static boolean isOfColumn(ObjectId grant) {
        return grant.kind() == ObjectKind.GRANT && grant.parent().kind() == ObjectKind.COLUMN;
    }

    /** The privileges of the same grantee, from the same grantor, on the whole table. */
    private static ObjectId ofTable(ObjectId grant) {
        return Grant.idOf(grant.parent().parent(), grant.name(), Grant.grantor(grant));
    }

    /** What is granted on a column comes behind what is done to the whole table. */
    static void order(List<Action> actions, SortedMap<ObjectId, List<Action>> alters,
            Map<ObjectId, Action> dropOf) {
        for (Action action : actions) {
            if (action.type != Action.Type.DROP && isOfColumn(action.id)) {
                ObjectId ofTable = ofTable(action.id);
                alters.getOrDefault(ofTable, List.of())
                        .forEach(alter -> action.needs(alter, () -> "what is revoked on the table is revoked on its columns"));
                Action drop = dropOf.get(ofTable);
                if (drop != null) {
                    action.needs(drop, () -> "what is revoked on the table is revoked on its columns");
                }
            }
        }
    }
}
