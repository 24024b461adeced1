package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Transform;

/** SQL for transforms. */
final class TransformSql implements KindSql<Transform> {

    @Override
    public List<String> create(Transform transform, WriteContext context) {
        return List.of("CREATE " + definition(transform));
    }

    @Override
    public List<String> drop(Transform transform, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(transform.id()));
    }

    @Override
    public List<String> rename(Transform from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Transform from, Transform to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.TRANSFORM_FUNCTIONS ? List.of("CREATE OR REPLACE " + definition(to))
                : KindSql.cannotAlter(from, aspect);
    }

    private static String definition(Transform transform) {
        return ObjectNames.of(transform.id())
                + Stream.of(direction("FROM", transform.fromSql()), direction("TO", transform.toSql()))
                        .flatMap(Optional::stream).collect(Collectors.joining(", ", " (", ")"));
    }

    private static Optional<String> direction(String word, Optional<String> function) {
        return function.map(name -> word + " SQL WITH FUNCTION " + name);
    }
}
