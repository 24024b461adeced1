package io.quarkiverse.dibs.cli.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.postgres.text.FileReason;

/** The {@code .env} file beside {@code dibs.toml}: {@code NAME=value} lines, quotes and {@code export} allowed. */
final class DotEnv {

    private DotEnv() {
    }

    /** The last value given to the name, or empty. */
    static Optional<String> value(Path folder, String name) {
        Path file = folder.resolve(".env");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Optional<String> found = Optional.empty();
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (text.startsWith("export ")) {
                    text = text.substring("export ".length()).strip();
                }
                int equals = text.indexOf('=');
                if (equals > 0 && text.substring(0, equals).strip().equals(name)) {
                    found = Optional.of(unquoted(text.substring(equals + 1).strip())).filter(value -> !value.isEmpty());
                }
            }
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0906", file + " cannot be read: " + FileReason.of(e), "Make it readable, as UTF-8.");
        }
        return found;
    }

    private static String unquoted(String value) {
        if (value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            int end = value.indexOf(value.charAt(0), 1);
            if (end > 0) {
                return value.substring(1, end);
            }
        }
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).stripTrailing();
    }
}
