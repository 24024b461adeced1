package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for casts. */
final class CastSql implements KindSql<Cast> {

    @Override
    public List<String> create(Cast cast, WriteContext context) {
        return List.of("CREATE CAST (" + cast.source() + " AS " + cast.target() + ") " + cast.method()
                + (cast.context().isEmpty() ? "" : " " + cast.context()));
    }

    @Override
    public List<String> drop(Cast cast, WriteContext context) {
        return List.of("DROP CAST (" + cast.id().name() + ")");
    }

    @Override
    public List<String> rename(Cast from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Cast from, Cast to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
