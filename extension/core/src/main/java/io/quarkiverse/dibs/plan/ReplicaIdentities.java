package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.ReplicaIdentity;

/**
 * The columns of the index that is a table's replica identity have no nulls: they get their {@code NOT NULL} before it becomes
 * that, and lose it once another one is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">REPLICA IDENTITY</a>
 */
final class ReplicaIdentities {

    private ReplicaIdentities() {
    }

    static void order(List<Action> actions, Dependencies before, Dependencies after) {
        List<Action> notNulls = actions.stream().filter(action -> action.type == Action.Type.ALTER
                && action.alteration.aspect() == Aspect.COLUMN_NOT_NULL).toList();
        List<Action> identities = notNulls.isEmpty() ? List.of()
                : actions.stream().filter(action -> action.id.kind() == ObjectKind.REPLICA_IDENTITY).toList();
        for (Action identity : identities) {
            Set<ObjectId> present = columns(identity.before, before);
            Set<ObjectId> wanted = columns(identity.after, after);
            for (Action action : notNulls) {
                boolean sets = ((Column) action.alteration.to()).notNull();
                if (sets && wanted.contains(action.id)) {
                    identity.needs(action, () -> "the columns of a replica identity have no nulls");
                } else if (!sets && present.contains(action.id)) {
                    action.needs(identity, () -> action.id + " is of the replica identity until then");
                }
            }
        }
    }

    private static Set<ObjectId> columns(DbObject identity, Dependencies dependencies) {
        Optional<ObjectId> index = identity instanceof ReplicaIdentity said ? said.index() : Optional.empty();
        return index.stream().flatMap(id -> dependencies.of(id).stream()).filter(id -> id.kind() == ObjectKind.COLUMN)
                .collect(Collectors.toSet());
    }
}
