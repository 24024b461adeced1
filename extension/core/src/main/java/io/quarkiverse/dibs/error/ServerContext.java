package io.quarkiverse.dibs.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Where inside a statement the server was when it failed: which routines and SQL statements called each other, the innermost
 * first, and the one that it had itself composed, with the place in it. {@code position} counts characters of {@code query}
 * from 1.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-error-fields.html">Error and notice message fields</a>
 */
public record ServerContext(Optional<String> calls, Optional<String> query, OptionalInt position) {

    /**
     * How an entry about code begins, in any language of the server's messages. Others, as those of {@code COPY}, of JSON and
     * of parameters, hold values.
     */
    private static final Pattern CODE = Pattern.compile("(?!COPY\\b)(?:\\p{L}+[ -]){0,3}?(?:PL/|SQL[ -]).*");
    private static final Pattern QUOTE = Pattern.compile("[\"»«„“]");

    /** Null, empty and negative values mean that the server did not say. */
    public static ServerContext of(String calls, String query, int position) {
        Optional<String> known = known(query);
        return new ServerContext(known(calls), known,
                known.isPresent() && position > 0 ? OptionalInt.of(position) : OptionalInt.empty());
    }

    private static Optional<String> known(String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    public boolean isEmpty() {
        return calls.isEmpty() && query.isEmpty();
    }

    /** The calls without what may hold values of rows. */
    public Optional<String> callsWithoutValues() {
        List<String> shown = new ArrayList<>();
        boolean insideSql = false;
        for (String line : calls.orElse("").split("\\R")) {
            if (insideSql || CODE.matcher(line).matches()) {
                shown.add(line);
                // a statement of several lines ends with its closing quote
                insideSql ^= QUOTE.matcher(line).results().count() % 2 == 1;
            }
        }
        return known(String.join("\n", shown));
    }
}
