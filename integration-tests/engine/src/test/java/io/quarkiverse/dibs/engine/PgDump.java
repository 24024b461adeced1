package io.quarkiverse.dibs.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code pg_dump --schema-only} as a bag of statements: their order and that of the columns of a table say nothing. */
final class PgDump {

    private static final int MAJOR = majorOnPath();
    /** Every object of a dump has a comment of its own above it. */
    private static final Pattern HEADER = Pattern.compile("\n--\n-- (?:Name|Data for Name): .*\n--\n");
    private static final Pattern COLUMNS = Pattern.compile("(CREATE (?:UNLOGGED |FOREIGN )?TABLE [^\n]*\\(\n)(.*?)(\n\\))",
            Pattern.DOTALL);

    /** Parents come in the order in which their rows lie in pg_inherits; who is which is for the oracle to say. */
    private static final Pattern PARENTS = Pattern.compile("(\nINHERITS )\\(([^()]*)\\)");
    private static final Pattern PARAMETERS = Pattern.compile("([\\n ]WITH )\\(([^()]*)\\)");

    private PgDump() {
    }

    static boolean isFor(int major) {
        return major == MAJOR;
    }

    static List<String> statements(DatabasePool.Database database) {
        ProcessBuilder command = new ProcessBuilder("pg_dump", "--schema-only", "--no-owner", "-h", "127.0.0.1", "-p",
                String.valueOf(database.server().port()), "-U", database.server().user(), database.name());
        command.environment().put("PGPASSWORD", database.server().password());
        String dump = run(command);
        List<String> statements = new ArrayList<>();
        for (String statement : HEADER.split(dump)) {
            String text = statement.strip();
            if (!statements.isEmpty() || !text.startsWith("--")) {
                Matcher matcher = COLUMNS.matcher(text);
                statements.add(matcher.replaceFirst(
                        found -> Matcher.quoteReplacement(found.group(1) + sorted(found.group(2)) + found.group(3))));
            } else {
                statements.add("header");
            }
        }
        return statements.stream().map(PgDump::normalised).toList();
    }

    /** Session settings and comments stand between objects and follow their order; that of storage parameters says nothing. */
    private static String normalised(String statement) {
        String text = privileges(statement).replaceAll("(?m)^(SET|SELECT pg_catalog.set_config|\\\\(un)?restrict|--).*$", "")
                .strip();
        return withSortedList(PARAMETERS, withSortedList(PARENTS, text));
    }

    private static String withSortedList(Pattern list, String text) {
        return list.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "("
                + String.join(", ", Arrays.stream(found.group(2).split(", ")).sorted().toList()) + ")"));
    }

    /** The order in which privileges were granted says nothing; who granted them, which stands in the lines around, does. */
    private static String privileges(String statement) {
        if (!statement.contains("SESSION AUTHORIZATION") && !statement.startsWith("GRANT")) {
            return statement;
        }
        List<String> lines = new ArrayList<>();
        String grantor = "";
        for (String line : statement.split("\n")) {
            if (line.startsWith("SET SESSION AUTHORIZATION ")) {
                grantor = " by " + line.substring("SET SESSION AUTHORIZATION ".length());
            } else if (line.startsWith("RESET SESSION AUTHORIZATION")) {
                grantor = "";
            } else if (!line.isBlank()) {
                lines.add(line + grantor);
            }
        }
        lines.sort(null);
        return String.join("\n", lines);
    }

    private static String sorted(String columns) {
        return String.join("\n", Arrays.stream(columns.split("\n")).map(line -> line.replaceAll(",$", "")).sorted().toList());
    }

    private static int majorOnPath() {
        try {
            Matcher matcher = Pattern.compile("PostgreSQL\\) (\\d+)").matcher(run(new ProcessBuilder("pg_dump", "--version")));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (UncheckedIOException none) {
            return 0;
        }
    }

    private static String run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
