package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for schemas. */
final class NamespaceSql implements KindSql<Namespace> {

    @Override
    public List<String> create(Namespace namespace, WriteContext context) {
        String create = "CREATE SCHEMA " + Identifiers.quote(namespace.id().name());
        return namespace.id().equals(ObjectId.namespace("public")) ? asInNewDatabase(create, context) : List.of(create);
    }

    /** The schema that every database begins with has privileges of its own, and an owner from Postgres 15 on. */
    private static List<String> asInNewDatabase(String create, WriteContext context) {
        String comment = "COMMENT ON SCHEMA public IS 'standard public schema'";
        return context.major() < 15
                ? List.of(create, "GRANT ALL ON SCHEMA public TO PUBLIC", comment)
                : List.of(create, "ALTER SCHEMA public OWNER TO pg_database_owner", "GRANT USAGE ON SCHEMA public TO PUBLIC",
                        comment);
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
