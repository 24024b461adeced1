package io.quarkiverse.dibs.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the five characters of an SQLSTATE stand for.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public final class SqlStates {

    private static final String RESOURCE = "sqlstates.txt";

    private SqlStates() {
    }

    /**
     * The condition in plain words, {@code undefined column}; that of its class for a code of its own making, and empty for a
     * class that Postgres does not have.
     */
    public static Optional<String> meaning(String state) {
        if (state.length() != 5) {
            return Optional.empty();
        }
        String known = Conditions.NAMES.get(state);
        return Optional.ofNullable(known != null ? known : Conditions.NAMES.get(state.substring(0, 2) + "000"));
    }

    /** Read when the first error needs them. */
    private static final class Conditions {

        static final Map<String, String> NAMES = read();

        private static Map<String, String> read() {
            try (InputStream in = SqlStates.class.getResourceAsStream(RESOURCE)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toMap(line -> line.substring(0, 5), line -> line.substring(6)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
