package io.quarkiverse.dibs.postgres;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import io.quarkiverse.dibs.error.Affected;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Memory;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.error.ServerContext;
import io.vertx.pgclient.PgException;

/**
 * Turns what the server or the driver throws into problems. Everything that is not a {@link PgException} is a lost connection.
 */
public final class ServerErrors {

    /** Shut down, crashed, starting, session idle for too long, transaction idle or open for too long. */
    private static final Set<String> ENDING = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

    private ServerErrors() {
    }

    /** The exception of the server inside {@code failure}, or null when the server did not answer. */
    public static PgException serverException(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException e) {
                return e;
            }
        }
        return null;
    }

    /**
     * Whether the connection is gone: no answer of the server, or the answer that it ends it (see {@link #ENDING}, and class
     * 08).
     */
    public static boolean isConnectionLost(Throwable failure) {
        PgException e = serverException(failure);
        if (e == null) {
            return true;
        }
        String state = e.getSqlState() == null ? "" : e.getSqlState();
        return state.startsWith("08") || ENDING.contains(state);
    }

    /** What the server said about a statement, as a problem; the message is the server's own after {@code prefix}. */
    public static Problem problem(String code, Category category, String prefix, Throwable failure, String sql) {
        Optional<Problem> memory = Memory.problem(failure);
        if (memory.isPresent()) {
            return memory.get();
        }
        PgException e = serverException(failure);
        if (e == null) {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
                    : failure;
            return Problem.of("DIBS-0220", Category.CONNECTION,
                    prefix + "the connection was lost: " + Redactor.redact(String.valueOf(cause.getMessage())))
                    .remedy("See the server's log and the network, then run the command again.");
        }
        String shown = Redactor.redact(sql);
        Problem problem = Problem.of(code, category, prefix + Redactor.redact(e.getErrorMessage()))
                .server(e.getSqlState(), shown, Objects.equals(shown, sql) ? position(e) : 0, Redactor.redact(e.getDetail()),
                        Redactor.redact(e.getHint()))
                .about(Affected.of(e.getSchema(), e.getTable(), e.getColumn(), e.getDataType(), e.getConstraint()))
                .within(context(e));
        return ServerAdvice.of(e).map(problem::remedy).orElse(problem);
    }

    /**
     * What the server refused for a reason that lies outside dibs: a right that is lacking, a lock, its memory, its disk, its
     * end. Empty for everything else, which is a defect where nobody expected it.
     */
    public static Optional<Problem> outside(Throwable failure) {
        PgException e = serverException(failure);
        String state = e == null || e.getSqlState() == null ? "" : e.getSqlState();
        boolean outside = state.equals("42501") || state.equals("55P03") || state.startsWith("53") || state.startsWith("57")
                || state.startsWith("58") || state.startsWith("08") || state.startsWith("40");
        return outside ? Optional.of(problem("DIBS-0221", isConnectionLost(failure) ? Category.CONNECTION : Category.SQL, "",
                failure, null)) : Optional.empty();
    }

    public static DibsException exception(String code, Category category, String prefix, Throwable failure, String sql) {
        return failure instanceof DibsException known ? known
                : new DibsException(problem(code, category, prefix, failure, sql), failure);
    }

    private static ServerContext context(PgException e) {
        String query = Redactor.redact(e.getInternalQuery());
        return ServerContext.of(Redactor.redact(e.getWhere()), query,
                Objects.equals(query, e.getInternalQuery()) ? number(e.getInternalPosition()) : 0);
    }

    /** Where in the statement it is, from 1, or 0 when the server did not say. */
    public static int position(PgException e) {
        return number(e.getPosition());
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException notGiven) {
            return 0;
        }
    }
}
