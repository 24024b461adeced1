package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.schema.SqlType;

/**
 * Columns that one text compares with each other and that get another type one after the other. Before: {@code CHECK (a <> b)}
 * over two columns of a type. After: for half of the way there is an operator for the one and the other type, or there is none.
 */
final class RetypedTogether {

    /** Types between which Postgres has operators, or casts by itself. */
    private static final List<Set<String>> KIN = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("text", "character varying", "character", "name"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"));

    private RetypedTogether() {
    }

    static boolean areKin(SqlType before, SqlType after) {
        String one = withoutModifiers(before);
        String other = withoutModifiers(after);
        return one.equals(other) || KIN.stream().anyMatch(kin -> kin.contains(one) && kin.contains(other));
    }

    private static String withoutModifiers(SqlType type) {
        return type.name().replaceAll("\\([^)]*\\)", "");
    }
}
