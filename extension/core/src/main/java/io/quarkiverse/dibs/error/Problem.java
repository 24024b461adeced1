package io.quarkiverse.dibs.error;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong, as a value: a stable code, what, where and what to do, and what Postgres said about it. Texts never
 * hold a password. {@code position} counts characters of {@code statement} from 1, as Postgres does.
 *
 * @param affected the object that the server named
 * @param context where inside the statement the server was
 */
public record Problem(String code, Category category, String message, Optional<String> remedy, Optional<String> location,
        Optional<String> sqlState, Optional<String> statement, OptionalInt position, Optional<String> detail,
        Optional<String> hint, Optional<Affected> affected, Optional<ServerContext> context) {

    /**
     * @param code for example {@code DIBS-0101}
     */
    public static Problem of(String code, Category category, String message) {
        return new Problem(code, category, message, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same in other words. */
    public Problem inWords(String text) {
        return new Problem(code, category, text, remedy, location, sqlState, statement, position, detail, hint, affected,
                context);
    }

    /** What to do about it, as a sentence. */
    public Problem remedy(String text) {
        return new Problem(code, category, message, Optional.of(text), location, sqlState, statement, position, detail, hint,
                affected, context);
    }

    /** Where it is: {@code file:line:column}, or the name of a class. */
    public Problem at(String where) {
        return new Problem(code, category, message, remedy, Optional.of(where), sqlState, statement, position, detail, hint,
                affected, context);
    }

    /** What Postgres said; null and negative values mean that it said nothing. */
    public Problem server(String state, String sql, int characterPosition, String serverDetail, String serverHint) {
        return new Problem(code, category, message, remedy, location, Optional.ofNullable(state), Optional.ofNullable(sql),
                characterPosition > 0 ? OptionalInt.of(characterPosition) : OptionalInt.empty(),
                Optional.ofNullable(serverDetail), Optional.ofNullable(serverHint), affected, context);
    }

    /** The object that Postgres named. */
    public Problem about(Affected object) {
        return new Problem(code, category, message, remedy, location, sqlState, statement, position, detail, hint,
                Optional.of(object).filter(named -> !named.isEmpty()), context);
    }

    /** Where inside the statement Postgres was. */
    public Problem within(ServerContext place) {
        return new Problem(code, category, message, remedy, location, sqlState, statement, position, detail, hint, affected,
                Optional.of(place).filter(known -> !known.isEmpty()));
    }
}
