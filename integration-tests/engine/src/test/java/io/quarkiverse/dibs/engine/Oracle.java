package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database looks like without any help from the code that is on trial: what Postgres' own functions print of every
 * object, and what {@code pg_dump} writes where this machine has one for the server's major version.
 */
record Oracle(List<String> fingerprint, List<String> dump) {

    private static final String FINGERPRINT = Resources.text("fingerprint.sql");
    private static final int SHOWN = 12;
    private static final Pattern COLUMNS = Pattern
            .compile("^statistics CREATE STATISTICS .* ON (.*) FROM |^published .*\"attnames\": \\[([^]]*)]");
    private static final Pattern VIEW = Pattern.compile("^CREATE (?:MATERIALIZED )?VIEW ");
    private static final Pattern ROW_ALIASES = Pattern
            .compile("((?:\\)(?: WITH ORDINALITY)?|\\w\\.\\w+) \\w+\\()([a-z_0-9, ]+)\\)");

    static Oracle of(DatabasePool.Database database, boolean withDump) {
        // without a path every name is printed in full
        database.session().run("SET search_path = pg_catalog");
        List<String> lines = new ArrayList<>();
        database.session().run(FINGERPRINT).forEach(row -> lines.add(row.getString(0)));
        database.session().run("RESET search_path");
        boolean dumps = withDump && PgDump.isFor(database.session().majorVersion());
        return new Oracle(lines, dumps ? PgDump.statements(database) : List.of());
    }

    /** {@code +} for what only this one has, {@code -} for what it lacks; empty when the two databases are equal. */
    List<String> differencesFrom(Oracle expected) {
        List<String> differences = new ArrayList<>();
        compare(fingerprint, expected.fingerprint, "", differences);
        compare(dump, expected.dump, "pg_dump: ", differences);
        return differences;
    }

    /**
     * Where a column's type changes Postgres writes its checks anew, and then prints an array of varchar constants that it
     * casts as a whole with a cast on each: the casts of such lines say nothing.
     */
    private static String withoutCasts(String line) {
        return line.contains("ARRAY[") && line.contains("'::character varying")
                ? line.replaceAll("::character varying|::text|[()]|\\[\\]", "")
                : line;
    }

    /**
     * Postgres keeps columns of statistics and publications in the order in which the table has them, which is never
     * compared, and gives those of a table or of a function's rows other names in that order: that they are the right ones is
     * for
     * the rows to say.
     */
    private static String withoutOrder(String line) {
        if (line.startsWith("view ") || VIEW.matcher(line).find()) {
            return ROW_ALIASES.matcher(line).replaceAll(found -> found.group(1) + sorted(found.group(2)) + ")");
        }
        Matcher list = COLUMNS.matcher(line);
        if (!list.find()) {
            return line;
        }
        int group = list.group(1) == null ? 2 : 1;
        return line.substring(0, list.start(group)) + sorted(list.group(group)) + line.substring(list.end(group));
    }

    private static String sorted(String list) {
        return Stream.of(list.split(", ")).sorted().collect(Collectors.joining(", "));
    }

    private static void compare(List<String> actual, List<String> expected, String source, List<String> differences) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        actual.forEach(line -> counts.merge(withoutOrder(withoutCasts(line)), 1, Integer::sum));
        expected.forEach(line -> counts.merge(withoutOrder(withoutCasts(line)), -1, Integer::sum));
        counts.entrySet().stream().filter(entry -> entry.getValue() != 0).limit(SHOWN)
                .forEach(entry -> differences.add(source + (entry.getValue() > 0 ? "+ " : "- ") + entry.getKey()));
    }
}
