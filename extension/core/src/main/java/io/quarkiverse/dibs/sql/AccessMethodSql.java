package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.AccessMethod;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for access methods. */
final class AccessMethodSql implements KindSql<AccessMethod> {

    @Override
    public List<String> create(AccessMethod method, WriteContext context) {
        return List.of("CREATE " + ObjectNames.of(method.id()) + " TYPE " + method.type() + " HANDLER " + method.handler());
    }

    @Override
    public List<String> drop(AccessMethod method, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(method.id()));
    }

    @Override
    public List<String> rename(AccessMethod from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(AccessMethod from, AccessMethod to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
