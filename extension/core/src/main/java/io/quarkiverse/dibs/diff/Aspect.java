package io.quarkiverse.dibs.diff;

import java.util.Locale;

/**
 * Every property of an object that Postgres can alter in place. One alteration is about exactly one of them and is one
 * statement wherever Postgres allows it.
 */
public enum Aspect {
    /** The version of an extension: {@code ALTER EXTENSION ... UPDATE TO}. */
    EXTENSION_VERSION("version"),
    /** The schema an extension's objects are in. */
    EXTENSION_SCHEMA("schema"),
    /** Labels that an enum gains, anywhere in its order. */
    ENUM_LABEL_NAMES("names of labels"),
    ENUM_LABELS("labels"),
    /** The fields of a composite type: added, dropped, retyped. */
    COMPOSITE_ATTRIBUTES("attributes"),
    DOMAIN_DEFAULT("default"),
    DOMAIN_NOT_NULL("not null"),
    /** A domain's check that was not validated becomes so. */
    DOMAIN_CONSTRAINT_VALIDATED("validated"),
    /** Type, bounds, increment, start, cache and cycle of a sequence. Never its current value. */
    SEQUENCE_OPTIONS("options"),
    /** Logged or unlogged, Postgres 15 and later. */
    SEQUENCE_PERSISTENCE("persistence"),
    /** The column that owns a sequence. */
    SEQUENCE_OWNED_BY("owned by"),
    /** Logged or unlogged. */
    TABLE_PERSISTENCE("persistence"),
    TABLE_STORAGE_PARAMETERS("storage parameters"),
    /** The table access method, Postgres 15 and later. */
    TABLE_ACCESS_METHOD("access method"),
    TABLE_TABLESPACE("tablespace"),
    TABLE_ROW_SECURITY("row security"),
    TABLE_FORCE_ROW_SECURITY("forced row security"),
    /** The composite type a typed table is of. */
    TABLE_OF_TYPE("of type"),
    FOREIGN_TABLE_OPTIONS("options"),
    /** Type and collation of a column: Postgres changes them together. */
    COLUMN_TYPE("type"),
    COLUMN_NOT_NULL("not null"),
    /** Whether the NOT NULL of a column goes over to child tables, Postgres 18 and later. */
    COLUMN_NOT_NULL_INHERITED("not null inherited"),
    /** Whether the NOT NULL of a column holds for the rows there were, Postgres 18 and later. */
    COLUMN_NOT_NULL_VALIDATED("not null validated"),
    /** The name of the constraint behind NOT NULL, Postgres 18 and later. */
    COLUMN_NOT_NULL_NAME("name of not null"),
    /** Identity: added, changed or dropped. */
    COLUMN_IDENTITY("identity"),
    /** The expression of a generated column: dropped, or (Postgres 17 and later) another. */
    COLUMN_GENERATED("generated"),
    COLUMN_STORAGE("storage"),
    COLUMN_COMPRESSION("compression"),
    COLUMN_STATISTICS("statistics target"),
    /** {@code n_distinct} and its like. */
    COLUMN_OPTIONS("options"),
    /** Options of a foreign table's column. */
    COLUMN_FOREIGN_OPTIONS("foreign options"),
    DEFAULT_EXPRESSION("default"),
    REPLICA_IDENTITY("replica identity"),
    CLUSTERING("clustered on"),
    /** Storage parameters of the index behind a primary key or unique constraint. */
    KEY_STORAGE_PARAMETERS("storage parameters"),
    /** Tablespace of the index behind a primary key or unique constraint. */
    KEY_TABLESPACE("tablespace"),
    /** A check that was not validated becomes so. */
    CHECK_VALIDATED("validated"),
    /** A foreign key that was not validated becomes so. */
    FOREIGN_KEY_VALIDATED("validated"),
    FOREIGN_KEY_DEFERRABILITY("deferrability"),
    /** Whether a foreign key is enforced, Postgres 18 and later. */
    FOREIGN_KEY_ENFORCED("enforced"),
    INDEX_STORAGE_PARAMETERS("storage parameters"),
    INDEX_TABLESPACE("tablespace"),
    /** The target of a statistics object. */
    STATISTICS_TARGET("statistics target"),
    /** The query of a view whose leading columns stay. */
    VIEW_QUERY("query"),
    VIEW_OPTIONS("options"),
    MATERIALIZED_VIEW_STORAGE_PARAMETERS("storage parameters"),
    /** The access method of a materialized view, Postgres 15 and later. */
    MATERIALIZED_VIEW_ACCESS_METHOD("access method"),
    MATERIALIZED_VIEW_TABLESPACE("tablespace"),
    /** Whether a materialized view has data. */
    MATERIALIZED_VIEW_POPULATED("populated"),
    /** Body and attributes of a routine whose call stays the same. */
    ROUTINE_DEFINITION("definition"),
    AGGREGATE_DEFINITION("definition"),
    TRIGGER_DEFINITION("definition"),
    TRIGGER_ENABLED("enabled"),
    BASE_TYPE_OPTIONS("options"),
    PARTITION_TRIGGER_ENABLED("enabled"),
    EVENT_TRIGGER_ENABLED("enabled"),
    RULE_DEFINITION("definition"),
    RULE_ENABLED("enabled"),
    /** Roles and expressions of a policy. */
    POLICY_DEFINITION("definition"),
    COMMENT_TEXT("text"),
    OWNER_ROLE("role"),
    GRANT_PRIVILEGES("privileges"),
    DEFAULT_PRIVILEGES("privileges"),
    /** The selectivity estimators of an operator. */
    OPERATOR_ESTIMATORS("estimators"),
    /** Loose operators and functions that an operator family gains. */
    OPERATOR_FAMILY_MEMBERS("members"),
    TEXT_SEARCH_OPTIONS("options"),
    TEXT_SEARCH_MAPPINGS("mappings"),
    PUBLICATION_MEMBERS("members"),
    PUBLICATION_OPTIONS("options"),
    /** Connection, publications, slot, options and whether it is enabled: they depend on each other's order. */
    SUBSCRIPTION_DEFINITION("definition"),
    /** Into the language, and out of it. */
    TRANSFORM_FUNCTIONS("functions"),
    LANGUAGE_DEFINITION("definition"),
    COLUMN_SETTINGS("settings"),
    WRAPPER_HANDLER("handler"),
    WRAPPER_VALIDATOR("validator"),
    WRAPPER_OPTIONS("options"),
    SERVER_VERSION("version"),
    SERVER_OPTIONS("options"),
    USER_MAPPING_OPTIONS("options");

    private final String label;

    Aspect(String label) {
        this.label = label;
    }

    /** The aspect in a word or two, for people. */
    public String label() {
        return label;
    }

    /** The name as it is written in files: lower case with hyphens. */
    public String writtenName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
