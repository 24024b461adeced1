package io.quarkiverse.dibs.postgres;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.vertx.pgclient.PgConnectOptions;

/**
 * Settings on which it depends what a piece of SQL means, the same in all sessions of dibs, whatever the role or the database
 * has ({@code ALTER ROLE ... SET}). Where names are looked for is none of them: that is the user's.
 */
public final class SqlMeaning {

    /** Further ones, which not every pooler between dibs and the server takes with the connection. */
    private static final Map<String, String> FURTHER = new TreeMap<>(Map.of("IntervalStyle", "postgres", "xmloption", "content",
            "transform_null_equals", "off", "array_nulls", "on", "lc_monetary", "C", "quote_all_identifiers", "off"));

    private SqlMeaning() {
    }

    /** What goes with the connection itself costs no message, and RESET ALL comes back to it. */
    static void in(PgConnectOptions options) {
        options.addProperty("standard_conforming_strings", "on").addProperty("DateStyle", "ISO, MDY")
                .addProperty("TimeZone", "UTC");
    }

    /** All of them, for a database of dibs' own, which no pooler knows. */
    static void wholeIn(PgConnectOptions options) {
        in(options);
        FURTHER.forEach(options::addProperty);
    }

    /** Those that a connection to a database of others has not, until the end of the transaction. */
    public static String ofTransaction() {
        return FURTHER.entrySet().stream().map(setting -> "SET LOCAL " + setting.getKey() + " = '" + setting.getValue() + "'")
                .collect(Collectors.joining("; "));
    }
}
