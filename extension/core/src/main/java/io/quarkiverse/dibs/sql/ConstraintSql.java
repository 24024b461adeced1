package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** What the SQL of all table constraints has in common, and their text inside a table. */
final class ConstraintSql {

    private ConstraintSql() {
    }

    /** {@code CONSTRAINT name ...}, as CREATE TABLE and ADD take it. */
    static String definition(DbObject constraint, WriteContext context) {
        return "CONSTRAINT " + Identifiers.quote(constraint.id().name()) + " " + body(constraint, context);
    }

    private static String body(DbObject constraint, WriteContext context) {
        if (constraint instanceof PrimaryKey key) {
            return KeySql.body(key, context);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return KeySql.body(unique, context);
        }
        if (constraint instanceof CheckConstraint check) {
            return CheckSql.body(check, context);
        }
        if (constraint instanceof ForeignKey key) {
            return ForeignKeySql.body(key, context);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return Texts.statement(exclusion.definition());
        }
        throw new IllegalArgumentException(constraint.id() + " is not a table constraint");
    }

    static List<String> add(DbObject constraint, WriteContext context) {
        return List.of(ObjectNames.alter(constraint.id().parent(), context) + " ADD " + definition(constraint, context));
    }

    static List<String> drop(DbObject constraint, WriteContext context) {
        return List.of(ObjectNames.alter(constraint.id().parent(), context) + " DROP CONSTRAINT "
                + Identifiers.quote(constraint.id().name()));
    }

    static List<String> rename(DbObject from, ObjectId to) {
        return List.of(ObjectNames.alter(from.id().parent()) + " RENAME CONSTRAINT " + Identifiers.quote(from.id().name())
                + " TO " + Identifiers.quote(to.name()));
    }

    static List<String> validate(ObjectId constraint) {
        return List.of(ObjectNames.alter(constraint.parent()) + " VALIDATE CONSTRAINT "
                + Identifiers.quote(constraint.name()));
    }

    static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
