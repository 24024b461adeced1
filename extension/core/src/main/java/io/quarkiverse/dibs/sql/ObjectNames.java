package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * What an object is called in SQL: the words for its kind and its qualified name, as ALTER, DROP and COMMENT take them, with
 * the argument types of a routine and the table of a constraint.
 */
final class ObjectNames {

    private ObjectNames() {
    }

    /** {@code TABLE public.users}, {@code CONSTRAINT users_pkey ON public.users}. */
    static String of(ObjectId id) {
        return keyword(id.kind()) + " " + name(id);
    }

    static String keyword(ObjectKind kind) {
        return switch (kind) {
            case NAMESPACE -> "SCHEMA";
            case EXTENSION -> "EXTENSION";
            case COLLATION -> "COLLATION";
            case ENUM, COMPOSITE, RANGE, BASE_TYPE -> "TYPE";
            case DOMAIN -> "DOMAIN";
            case DOMAIN_CONSTRAINT, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY -> "CONSTRAINT";
            case SEQUENCE -> "SEQUENCE";
            case ROUTINE -> "ROUTINE";
            case AGGREGATE -> "AGGREGATE";
            case OPERATOR -> "OPERATOR";
            case OPERATOR_FAMILY -> "OPERATOR FAMILY";
            case OPERATOR_CLASS -> "OPERATOR CLASS";
            case LANGUAGE -> "LANGUAGE";
            case ACCESS_METHOD -> "ACCESS METHOD";
            case CONVERSION -> "CONVERSION";
            case CAST -> "CAST";
            case TRANSFORM -> "TRANSFORM";
            case TEXT_SEARCH_PARSER -> "TEXT SEARCH PARSER";
            case TEXT_SEARCH_TEMPLATE -> "TEXT SEARCH TEMPLATE";
            case TEXT_SEARCH_DICTIONARY -> "TEXT SEARCH DICTIONARY";
            case TEXT_SEARCH_CONFIGURATION -> "TEXT SEARCH CONFIGURATION";
            case FOREIGN_DATA_WRAPPER -> "FOREIGN DATA WRAPPER";
            case FOREIGN_SERVER -> "SERVER";
            case TABLE -> "TABLE";
            case FOREIGN_TABLE -> "FOREIGN TABLE";
            case COLUMN -> "COLUMN";
            case INDEX -> "INDEX";
            case STATISTICS -> "STATISTICS";
            case VIEW -> "VIEW";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            case RULE -> "RULE";
            case TRIGGER -> "TRIGGER";
            case POLICY -> "POLICY";
            case EVENT_TRIGGER -> "EVENT TRIGGER";
            case PUBLICATION -> "PUBLICATION";
            case SUBSCRIPTION -> "SUBSCRIPTION";
            case USER_MAPPING, BASE_TYPE_DEFINITION, COLUMN_DEFAULT, SEQUENCE_OWNERSHIP, INHERITANCE, PARTITION,
                    INDEX_PARTITION,
                    REPLICA_IDENTITY, CLUSTERING, COLUMN_SETTINGS, PARTITION_TRIGGER, EXTENSION_DEPENDENCE, OWNER, GRANT,
                    DEFAULT_PRIVILEGES,
                    COMMENT ->
                throw new IllegalArgumentException("a " + kind.label() + " has no name in SQL");
        };
    }

    static String name(ObjectId id) {
        return switch (id.kind()) {
            case ROUTINE -> Identifiers.qualify(id) + "(" + id.arguments() + ")";
            case AGGREGATE -> Identifiers.qualify(id) + "(" + (id.arguments().isEmpty() ? "*" : id.arguments()) + ")";
            case OPERATOR -> operator(id) + " (" + operands(id) + ")";
            case OPERATOR_FAMILY, OPERATOR_CLASS ->
                Identifiers.qualify(id) + " USING " + Identifiers.quote(id.arguments());
            case TRANSFORM -> "FOR " + id.name();
            case CAST -> "(" + id.name() + ")";
            case COLUMN -> Identifiers.qualify(id.parent()) + "." + Identifiers.quote(id.name());
            case DOMAIN_CONSTRAINT -> Identifiers.quote(id.name()) + " ON DOMAIN " + Identifiers.qualify(id.parent());
            case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, RULE, TRIGGER, POLICY ->
                Identifiers.quote(id.name()) + " ON " + Identifiers.qualify(id.parent());
            default -> Identifiers.qualify(id);
        };
    }

    /** The qualified name of an operator; operators are never quoted. */
    static String operator(ObjectId id) {
        return Identifiers.quote(id.schema()) + "." + id.name();
    }

    /** The head of an ALTER of the relation: {@code ALTER TABLE public.users}. */
    static String alter(ObjectId relation) {
        return "ALTER " + of(relation);
    }

    /** The same with {@code ONLY} where it is asked for and there is such a thing. */
    static String alter(ObjectId relation, WriteContext context) {
        boolean only = context.only()
                && (relation.kind() == ObjectKind.TABLE || relation.kind() == ObjectKind.FOREIGN_TABLE);
        return only ? "ALTER " + keyword(relation.kind()) + " ONLY " + name(relation) : alter(relation);
    }

    /** SET SCHEMA, RENAME TO or both, for an object that stands in a schema or in the database. */
    static List<String> rename(ObjectId from, ObjectId to) {
        String move = alter(from) + " SET SCHEMA " + (from.schema().equals(to.schema()) ? "" : Identifiers.quote(to.schema()));
        String rename = alter(from.schema().equals(to.schema()) ? from : from.withSchema(to.schema())) + " RENAME TO "
                + renamed(to);
        if (from.schema().equals(to.schema())) {
            return List.of(rename);
        }
        return from.name().equals(to.name()) ? List.of(move) : List.of(move, rename);
    }

    private static String renamed(ObjectId to) {
        return to.kind() == ObjectKind.OPERATOR ? to.name() : Identifiers.quote(to.name());
    }

    private static String operands(ObjectId id) {
        return id.arguments().contains(",") ? id.arguments() : "NONE, " + id.arguments();
    }
}
