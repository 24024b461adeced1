package io.quarkiverse.dibs.plan;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.WriteContext;

/** The effects of a new name or schema: short, and hard on the relation. */
final class RenameEffects {

    private final Surroundings surroundings;
    private final WriteContext form;

    RenameEffects(Surroundings surroundings, WriteContext form) {
        this.surroundings = surroundings;
        this.form = form;
    }

    Effects of(DbObject from) {
        ObjectId id = from.id();
        if (form.rowsKept()) {
            // the plan creates a table of that name, but not before this one has stepped aside
            return Effects.lock(id, LockMode.ACCESS_EXCLUSIVE);
        }
        return switch (id.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, COMPOSITE ->
                surroundings.lock(id, LockMode.ACCESS_EXCLUSIVE);
            case COLUMN, CHECK -> surroundings.lockTree(id.parent(), LockMode.ACCESS_EXCLUSIVE);
            // the index of a key follows by itself
            case PRIMARY_KEY, UNIQUE, EXCLUSION, FOREIGN_KEY, TRIGGER, RULE, POLICY ->
                surroundings.lock(id.parent(), LockMode.ACCESS_EXCLUSIVE);
            // it is there, also where the plan makes another one of its name
            case INDEX -> Effects.lock(id, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case NAMESPACE, EXTENSION, COLLATION, ENUM, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, DOMAIN, DOMAIN_CONSTRAINT,
                    ROUTINE, AGGREGATE, OPERATOR,
                    OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING, LANGUAGE, ACCESS_METHOD,
                    CONVERSION, COLUMN_SETTINGS, COLUMN_DEFAULT,
                    SEQUENCE_OWNERSHIP, INHERITANCE, PARTITION, INDEX_PARTITION, REPLICA_IDENTITY, CLUSTERING, STATISTICS,
                    PARTITION_TRIGGER,
                    EVENT_TRIGGER, PUBLICATION, SUBSCRIPTION, EXTENSION_DEPENDENCE, OWNER, GRANT, DEFAULT_PRIVILEGES, COMMENT ->
                Effects.NONE;
        };
    }
}
