package io.quarkiverse.dibs.engine.random;

import java.util.List;

/**
 * A column type with values that follow from the number of a row: the same number of the same family is equal everywhere, so
 * that any foreign key and any unique constraint holds on the rows that are made.
 */
record ColumnType(String sql, Family family) {

    enum Family {
        WHOLE(true),
        DECIMAL(true),
        TEXT(true),
        DAY(true),
        UUID(true),
        NETWORK(true),
        BYTES(true),
        BOOLEAN(false),
        JSON(false),
        NUMBERS(false),
        RANGE(false),
        SPAN(true),
        ENUM(false);

        /** Whether row numbers give different values. */
        final boolean distinct;

        Family(boolean distinct) {
            this.distinct = distinct;
        }
    }

    static final List<ColumnType> ALL = List.of(of("smallint", Family.WHOLE), of("integer", Family.WHOLE),
            of("integer", Family.WHOLE), of("bigint", Family.WHOLE), of("numeric", Family.DECIMAL),
            of("numeric(12,2)", Family.DECIMAL), of("numeric(8,3)", Family.DECIMAL), of("double precision", Family.DECIMAL),
            of("real", Family.DECIMAL), of("text", Family.TEXT), of("text", Family.TEXT), of("varchar(30)", Family.TEXT),
            of("varchar(60)", Family.TEXT), of("varchar", Family.TEXT), of("date", Family.DAY), of("timestamp", Family.DAY),
            of("timestamptz", Family.DAY), of("timestamp(3)", Family.DAY), of("uuid", Family.UUID), of("inet", Family.NETWORK),
            of("bytea", Family.BYTES), of("boolean", Family.BOOLEAN), of("jsonb", Family.JSON), of("json", Family.JSON),
            of("integer[]", Family.NUMBERS), of("bigint[]", Family.NUMBERS), of("int4range", Family.RANGE),
            of("interval", Family.SPAN));

    private static ColumnType of(String sql, Family family) {
        return new ColumnType(sql, family);
    }

    static ColumnType ofEnum(Model.Enumeration enumeration) {
        return new ColumnType(enumeration.name.sql(), Family.ENUM);
    }

    /** Whether Postgres converts values to the other type and back by itself. */
    boolean convertsTo(ColumnType other) {
        boolean numbers = isNumber() && other.isNumber();
        return !sql.equals(other.sql) && (numbers || family == other.family && family != Family.ENUM);
    }

    boolean isNumber() {
        return family == Family.WHOLE || family == Family.DECIMAL;
    }

    /** Whether a b-tree index can be built on it. */
    boolean isOrdered() {
        return !sql.equals("json");
    }

    /** The name as {@code format_type} prints it. */
    String formatted() {
        return switch (sql) {
            case "timestamp" -> "timestamp without time zone";
            case "timestamptz" -> "timestamp with time zone";
            case "timestamp(3)" -> "timestamp(3) without time zone";
            default -> sql.replaceFirst("^varchar", "character varying");
        };
    }

    /** An expression over {@code i}, the number of the row. */
    String value() {
        return switch (family) {
            case WHOLE, DECIMAL -> "i";
            case TEXT -> "'t' || i";
            case DAY -> "date '2020-01-01' + i";
            case UUID -> "lpad(i::text, 32, '0')::uuid";
            case NETWORK -> "('10.0.0.' || i)::inet";
            case BYTES -> "decode(lpad(i::text, 4, '0'), 'hex')";
            case BOOLEAN -> "i % 2 = 0";
            case JSON -> "('{\"n\": ' || i || '}')::" + sql;
            case NUMBERS -> "ARRAY[i, i + 1]";
            case RANGE -> "int4range(i, i + 5)";
            case SPAN -> "i * interval '1 hour'";
            case ENUM -> "(ARRAY['low', 'high'])[1 + i % 2]::" + sql;
        };
    }

    /** Defaults that every check which is made lets pass. */
    List<String> defaults() {
        return switch (family) {
            case WHOLE -> List.of("7", "(2 + 3)", "8", "length('four')");
            case DECIMAL -> List.of("7", "0.5", "1.25 * 2", "abs(-4)");
            case TEXT -> List.of("'some'", "'it''s \\ here'", "lower('ABC')", "'a' || 'b'", "CURRENT_USER");
            case DAY -> List.of("CURRENT_DATE", "'2021-03-04'", "now()", "now() - interval '1 day'");
            case UUID -> List.of("gen_random_uuid()", "'00000000-0000-0000-0000-0000000000ff'");
            case NETWORK -> List.of("'10.0.0.1'", "'::1'");
            case BYTES -> List.of("'\\xdead'", "decode('00ff', 'hex')");
            case BOOLEAN -> List.of("true", "false", "NOT true", "1 < 2");
            case JSON -> List.of("'{}'", "'[1, 2]'", "'{\"a\": null}'");
            case NUMBERS -> List.of("'{}'", "ARRAY[1, 2]", "'{3,4}'");
            case RANGE -> List.of("'[1,5)'", "'empty'");
            case SPAN -> List.of("'1 day'", "interval '2 hours'");
            case ENUM -> List.of("'low'", "'high'");
        };
    }

    /** Conditions on a column that hold for every value and default. */
    List<String> conditions(String column) {
        return switch (family) {
            case WHOLE, DECIMAL -> List.of(column + " >= 0", column + " < 1000", column + " BETWEEN 0 AND 500",
                    column + " NOT IN (900, 901)");
            case TEXT -> List.of(column + " <> ''", "length(" + column + ") < 200", column + " NOT LIKE 'x%'",
                    column + " NOT IN ('p', 'q')", "lower(" + column + ") <> 'none'");
            case DAY -> List.of(column + " > '1990-01-01'", column + " < '2100-01-01'");
            case ENUM -> List.of(column + " IN ('low', 'high')", column + " = 'low' OR " + column + " <> 'low'");
            case BOOLEAN -> List.of(column + " OR NOT " + column);
            case NUMBERS -> List.of("array_ndims(" + column + ") < 3");
            default -> List.of(column + " IS NULL OR " + column + " IS NOT NULL");
        };
    }

    /** Expressions over a column that an index can have. */
    List<String> expressions(String column) {
        return switch (family) {
            case WHOLE -> List.of("(" + column + " + 1)", "abs(" + column + ")", "(" + column + " - 5)");
            case DECIMAL -> List.of("(" + column + " * 2)", "abs(" + column + ")");
            case TEXT -> List.of("lower(" + column + ")", "length(" + column + ")", "(" + column + " || 'x')",
                    "\"left\"(" + column + ", 3)");
            case BOOLEAN -> List.of("(NOT " + column + ")");
            case NUMBERS -> List.of("(" + column + "[1])");
            default -> List.of("(" + column + " IS NULL)");
        };
    }
}
