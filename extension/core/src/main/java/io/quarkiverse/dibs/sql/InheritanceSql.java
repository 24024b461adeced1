package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for a tie of inheritance between two tables that are there already. */
final class InheritanceSql implements KindSql<Inheritance> {

    @Override
    public List<String> create(Inheritance inheritance, WriteContext context) {
        return List.of(ObjectNames.alter(inheritance.id().parent()) + " INHERIT "
                + Identifiers.qualify(inheritance.inherits()));
    }

    @Override
    public List<String> drop(Inheritance inheritance, WriteContext context) {
        return List.of(ObjectNames.alter(inheritance.id().parent()) + " NO INHERIT "
                + Identifiers.qualify(inheritance.inherits()));
    }

    @Override
    public List<String> rename(Inheritance from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Inheritance from, Inheritance to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
