package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Clustering;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for the mark that a table is clustered on an index; never clusters it. */
final class ClusteringSql implements KindSql<Clustering> {

    @Override
    public List<String> create(Clustering clustering, WriteContext context) {
        return List.of(ObjectNames.alter(clustering.id().parent()) + " CLUSTER ON "
                + Identifiers.quote(clustering.index().name()));
    }

    @Override
    public List<String> drop(Clustering clustering, WriteContext context) {
        return List.of(ObjectNames.alter(clustering.id().parent()) + " SET WITHOUT CLUSTER");
    }

    @Override
    public List<String> rename(Clustering from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Clustering from, Clustering to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.CLUSTERING ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }
}
