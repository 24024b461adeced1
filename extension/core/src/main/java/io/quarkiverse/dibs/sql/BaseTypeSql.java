package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.BaseType;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for the names of base types. */
final class BaseTypeSql implements KindSql<BaseType> {

    @Override
    public List<String> create(BaseType type, WriteContext context) {
        return List.of("CREATE TYPE " + Identifiers.qualify(type.id()));
    }

    @Override
    public List<String> drop(BaseType type, WriteContext context) {
        return List.of("DROP TYPE " + Identifiers.qualify(type.id()));
    }

    @Override
    public List<String> rename(BaseType from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(BaseType from, BaseType to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
