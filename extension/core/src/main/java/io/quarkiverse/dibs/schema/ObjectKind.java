package io.quarkiverse.dibs.schema;

/**
 * The kinds of object a schema holds, in the words of the Postgres manual. The order is the order in which independent
 * objects are listed and created.
 */
public enum ObjectKind {
    NAMESPACE("schema"),
    EXTENSION("extension"),
    COLLATION("collation"),
    ENUM("type"),
    COMPOSITE("type"),
    RANGE("type"),
    BASE_TYPE("type"),
    DOMAIN("domain"),
    DOMAIN_CONSTRAINT("constraint"),
    SEQUENCE("sequence"),
    ROUTINE("function"),
    AGGREGATE("aggregate"),
    LANGUAGE("language"),
    ACCESS_METHOD("access method"),
    CONVERSION("conversion"),
    BASE_TYPE_DEFINITION("definition"),
    OPERATOR("operator"),
    OPERATOR_FAMILY("operator family"),
    OPERATOR_CLASS("operator class"),
    CAST("cast"),
    TRANSFORM("transform"),
    TEXT_SEARCH_PARSER("text search parser"),
    TEXT_SEARCH_TEMPLATE("text search template"),
    TEXT_SEARCH_DICTIONARY("text search dictionary"),
    TEXT_SEARCH_CONFIGURATION("text search configuration"),
    FOREIGN_DATA_WRAPPER("foreign data wrapper"),
    FOREIGN_SERVER("server"),
    USER_MAPPING("user mapping"),
    TABLE("table"),
    FOREIGN_TABLE("foreign table"),
    COLUMN("column"),
    COLUMN_DEFAULT("default"),
    SEQUENCE_OWNERSHIP("sequence ownership"),
    INHERITANCE("inheritance"),
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    EXCLUSION("exclusion constraint"),
    CHECK("check constraint"),
    INDEX("index"),
    PARTITION("partition"),
    INDEX_PARTITION("index partition"),
    FOREIGN_KEY("foreign key"),
    REPLICA_IDENTITY("replica identity"),
    CLUSTERING("clustering"),
    STATISTICS("statistics"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    COLUMN_SETTINGS("column settings"),
    RULE("rule"),
    TRIGGER("trigger"),
    PARTITION_TRIGGER("trigger of a partition"),
    POLICY("policy"),
    EVENT_TRIGGER("event trigger"),
    PUBLICATION("publication"),
    SUBSCRIPTION("subscription"),
    EXTENSION_DEPENDENCE("dependence on an extension"),
    OWNER("owner"),
    GRANT("privileges"),
    DEFAULT_PRIVILEGES("default privileges"),
    COMMENT("comment");

    private final String label;

    ObjectKind(String label) {
        this.label = label;
    }

    /** The word Postgres uses for the kind, in lower case. */
    public String label() {
        return label;
    }

    /** Whether the kind has a row in {@code pg_class} with a name in the schema's relation name space. */
    public boolean isRelation() {
        return switch (this) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, COMPOSITE -> true;
            case NAMESPACE, EXTENSION, COLLATION, ENUM, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, DOMAIN, DOMAIN_CONSTRAINT,
                    ROUTINE, AGGREGATE, OPERATOR,
                    OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM, LANGUAGE, ACCESS_METHOD, CONVERSION,
                    COLUMN_SETTINGS, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING,
                    COLUMN, COLUMN_DEFAULT, SEQUENCE_OWNERSHIP, INHERITANCE, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK,
                    PARTITION, INDEX_PARTITION, FOREIGN_KEY, REPLICA_IDENTITY, CLUSTERING, STATISTICS, RULE, TRIGGER,
                    PARTITION_TRIGGER,
                    POLICY, EVENT_TRIGGER, PUBLICATION, SUBSCRIPTION, EXTENSION_DEPENDENCE, OWNER, GRANT, DEFAULT_PRIVILEGES,
                    COMMENT ->
                false;
        };
    }

    /** Whether the kind is a table constraint, so that its name is unique within its table. */
    public boolean isConstraint() {
        return this == PRIMARY_KEY || this == UNIQUE || this == EXCLUSION || this == CHECK || this == FOREIGN_KEY;
    }

    /** Whether the kind has a row in {@code pg_type} under its own name. */
    public boolean isType() {
        return switch (this) {
            case ENUM, COMPOSITE, RANGE, BASE_TYPE, DOMAIN, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }
}
