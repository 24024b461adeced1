package io.quarkiverse.dibs.engine.random;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One object as the statements that make it, with the keys of the items that it needs.
 *
 * @param key what it is found by: for relations and types the qualified name, which they have to share
 * @param owner the key of the table, view or type that it is a part of; its own where it stands alone
 * @param name as a statement names it
 * @param type of a column or a routine's result, the type; of a table, how it is partitioned
 * @param columns of a view, its columns; of a routine, the types of its arguments
 */
record Item(String key, Kind kind, String owner, String name, String type, List<String> columns, Set<String> needs,
        String sql) {

    enum Kind {
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE,
        COLLATION,
        CONVERSION,
        DICTIONARY,
        CONFIGURATION,
        MAPPING,
        OPERATOR,
        OPERATOR_CLASS,
        CAST,
        WRAPPER,
        SERVER,
        USER_MAPPING,
        FOREIGN_TABLE,
        EVENT_TRIGGER,
        DEFAULT_PRIVILEGES,
        SEQUENCE,
        TABLE,
        COLUMN,
        KEY,
        FOREIGN_KEY,
        CHECK,
        INDEX,
        TRIGGER,
        POLICY,
        RULE,
        STATISTICS,
        SETTING,
        OWNERSHIP,
        PUBLICATION,
        VIEW,
        ROUTINE,
        COMMENT,
        GRANT
    }

    Item {
        columns = List.copyOf(columns);
        Set<String> others = new TreeSet<>(needs);
        if (!owner.equals(key)) {
            others.add(owner);
        }
        others.remove(key);
        needs = Collections.unmodifiableSet(others);
    }

    static Item alone(String key, Kind kind, String type, List<String> columns, Set<String> needs, String sql) {
        return new Item(key, kind, key, key, type, columns, needs, sql);
    }

    static Item part(String owner, Kind kind, String name, Set<String> needs, String sql) {
        return new Item(owner + "/" + kind + "/" + name, kind, owner, name, "", List.of(), needs, sql);
    }

    boolean isType() {
        return switch (kind) {
            case ENUM, DOMAIN, COMPOSITE, RANGE -> true;
            default -> false;
        };
    }

    /** Whether a column with a value for each row: 1, 2, 3. */
    boolean isFilled() {
        return kind == Kind.COLUMN && !sql.contains("GENERATED") && !sql.contains("nextval") && Scalars.isKnown(type);
    }
}
