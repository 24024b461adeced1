package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Postgres' own types that items use: which of them values move among and back, a default, and the value of row {@code k}. */
final class Scalars {

    private record Scalar(String family, String literal, String value) {
    }

    private static final Map<String, Scalar> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("integer", new Scalar("number", "7", "k")), Map.entry("bigint", new Scalar("number", "70", "k")),
            Map.entry("numeric(10,2)", new Scalar("number", "1.50", "k")),
            Map.entry("smallint", new Scalar("number", "3", "k")),
            Map.entry("text", new Scalar("text", "'some'", "'t' || k")),
            Map.entry("character varying(40)", new Scalar("text", "'it''s'", "'t' || k")),
            Map.entry("date", new Scalar("day", "'2024-02-29'", "date '2020-01-01' + k")),
            Map.entry("timestamp with time zone", new Scalar("moment", "now()", "timestamptz '2020-01-01 00:00Z'")),
            Map.entry("boolean", new Scalar("boolean", "true", "k > 1")),
            Map.entry("uuid", new Scalar("uuid", "gen_random_uuid()", "lpad(k::text, 32, '0')::uuid")),
            Map.entry("jsonb", new Scalar("jsonb", "'{}'", "to_jsonb(k)")),
            Map.entry("integer[]", new Scalar("numbers", "'{1,2}'", "ARRAY[k]")),
            Map.entry("bigint[]", new Scalar("numbers", "ARRAY[1, 2]", "ARRAY[k]"))));

    static final List<String> NAMES = List.copyOf(ALL.keySet());

    private Scalars() {
    }

    static boolean isKnown(String type) {
        return ALL.containsKey(type);
    }

    static String literal(String type) {
        return ALL.get(type).literal();
    }

    static String value(String type) {
        return ALL.get(type).value();
    }

    /** Types to which values get by themselves, and back. */
    static List<String> family(String type) {
        return NAMES.stream().filter(other -> ALL.get(other).family().equals(ALL.get(type).family())).toList();
    }
}
