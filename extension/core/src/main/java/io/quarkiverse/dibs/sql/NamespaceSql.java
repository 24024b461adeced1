package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for schemas. */
final class NamespaceSql implements KindSql<Namespace> {

    @Override
    public List<String> create(Namespace namespace, WriteContext context) {
        return List.of("CREATE SCHEMA " + Identifiers.quote(namespace.id().name()));
    }

    @Override
    public List<String> drop(Namespace namespace, WriteContext context) {
        return List.of("DROP SCHEMA " + Identifiers.quote(namespace.id().name()));
    }

    @Override
    public List<String> rename(Namespace from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Namespace from, Namespace to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
