package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ReplicaIdentity;

/** SQL for the replica identity of a table. */
final class ReplicaIdentitySql implements KindSql<ReplicaIdentity> {

    @Override
    public List<String> create(ReplicaIdentity identity, WriteContext context) {
        return List.of(ObjectNames.alter(identity.id().parent()) + " REPLICA IDENTITY " + switch (identity.mode()) {
            case NOTHING -> "NOTHING";
            case FULL -> "FULL";
            case INDEX -> "USING INDEX " + Identifiers.quote(identity.index().orElseThrow().name());
        });
    }

    @Override
    public List<String> drop(ReplicaIdentity identity, WriteContext context) {
        return List.of(ObjectNames.alter(identity.id().parent()) + " REPLICA IDENTITY DEFAULT");
    }

    @Override
    public List<String> rename(ReplicaIdentity from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(ReplicaIdentity from, ReplicaIdentity to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.REPLICA_IDENTITY ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }
}
