package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ExtensionDependence;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** SQL for objects that go with an extension. */
final class ExtensionDependenceSql implements KindSql<ExtensionDependence> {

    @Override
    public List<String> create(ExtensionDependence dependence, WriteContext context) {
        return List.of(alter(dependence, "DEPENDS"));
    }

    @Override
    public List<String> drop(ExtensionDependence dependence, WriteContext context) {
        return List.of(alter(dependence, "NO DEPENDS"));
    }

    private static String alter(ExtensionDependence dependence, String depends) {
        ObjectId target = dependence.id().parent();
        // a key is an index to this statement
        String object = target.kind().isConstraint()
                ? "INDEX " + Identifiers.qualify(target.schema(), target.name())
                : ObjectNames.of(target.kind() == ObjectKind.AGGREGATE ? target.withKind(ObjectKind.ROUTINE) : target);
        return "ALTER " + object + " " + depends + " ON EXTENSION " + Identifiers.quote(dependence.id().name());
    }

    @Override
    public List<String> rename(ExtensionDependence from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(ExtensionDependence from, ExtensionDependence to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
