package io.quarkiverse.dibs.postgres.run;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Postgres means when it refuses a statement for lack of rights (42501): which role needs what on which object. */
final class Denial {

    private static final Pattern OWNER = Pattern.compile("must be owner of (.+)");
    private static final Pattern DENIED = Pattern.compile("permission denied for ([a-z ]+?) (\\S.*)");

    private Denial() {
    }

    /** {@code role app needs ownership of table users}; empty for a message of another language or kind. */
    static Optional<String> explain(String message, String sql, String role) {
        if (message == null) {
            return Optional.empty();
        }
        Matcher owner = OWNER.matcher(message);
        if (owner.matches()) {
            return Optional.of("role " + role + " needs ownership of " + owner.group(1));
        }
        Matcher denied = DENIED.matcher(message);
        if (denied.matches()) {
            return Optional.of("role " + role + " needs " + right(denied.group(1), sql) + " on " + denied.group(1) + " "
                    + denied.group(2));
        }
        return Optional.empty();
    }

    private static String right(String kind, String sql) {
        StatementWords words = StatementWords.of(sql == null ? "" : sql);
        String first = words.first();
        return switch (kind) {
            case "schema" -> first.equals("create") || first.equals("alter") ? "CREATE" : "USAGE";
            case "database", "tablespace" -> "CREATE";
            case "function", "procedure", "routine" -> "EXECUTE";
            case "sequence" -> "USAGE";
            case "type", "language", "foreign server", "foreign-data wrapper" -> "USAGE";
            default -> switch (first) {
                case "insert", "update", "delete", "truncate", "select" -> first.toUpperCase(Locale.ROOT);
                case "with" -> "SELECT (and what it changes)";
                case "alter", "create" -> words.words().contains("references") ? "REFERENCES"
                        : words.words().contains("trigger") ? "TRIGGER" : "SELECT";
                default -> "the right";
            };
        };
    }
}
