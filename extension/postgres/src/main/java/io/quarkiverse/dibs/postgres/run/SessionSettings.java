package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;

/**
 * Finds the statements of a text that set up the session and change nothing in the database: {@code SET}, {@code RESET} and a
 * {@code SELECT} of {@code set_config}. They stand no longer than their session does. Pure.
 */
final class SessionSettings {

    private SessionSettings() {
    }

    /** Those of the text, in order; empty when there are none. A comment at the end of one does not reach the next. */
    static Optional<String> in(String sql) {
        List<String> settings = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (Token token : SqlScanner.scan(sql)) {
            if (token.is(";")) {
                add(statement.toString(), settings);
                statement.setLength(0);
            } else {
                statement.append(token.text());
            }
        }
        add(statement.toString(), settings);
        return settings.isEmpty() ? Optional.empty() : Optional.of(String.join("\n; ", settings));
    }

    private static void add(String statement, List<String> settings) {
        List<String> words = StatementWords.of(statement).words();
        if (words.isEmpty()) {
            return;
        }
        boolean sets = switch (words.get(0)) {
            // the others end with their transaction
            case "set" -> words.size() > 1 && !List.of("local", "constraints", "transaction").contains(words.get(1));
            case "reset" -> true;
            case "select" -> words.contains("set_config");
            default -> false;
        };
        if (sets) {
            settings.add(statement.strip());
        }
    }
}
