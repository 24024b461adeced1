package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.error.Problem;

/**
 * How the application of a plan ended, statement by statement.
 *
 * @param database where, for people; never holds a password
 * @param problem why it ended early, or what differs at the end
 */
public record ApplyReport(Outcome outcome, String database, List<Statement> statements, Optional<Problem> problem,
        List<String> warnings, long durationMillis) {

    public ApplyReport {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(database);
        statements = List.copyOf(statements);
        Objects.requireNonNull(problem);
        warnings = List.copyOf(warnings);
    }

    /** How it ended. */
    public enum Outcome {
        /** Everything is applied, and the database is what the plan says. */
        DONE,
        /** Nothing ran, as asked; everything was looked at as if it would. */
        DRY_RUN,
        FAILED,
        CANCELLED
    }

    /** What became of a statement. */
    public enum State {
        APPLIED("applied"),
        UNAPPLIED("not applied"),
        /** Nobody knows: the connection was lost while the server was at it. */
        IN_DOUBT("in doubt");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One statement of the plan. */
    public record Statement(int segment, int step, String sql, State state) {
        public Statement {
            Objects.requireNonNull(sql);
            Objects.requireNonNull(state);
        }
    }

    public long count(State state) {
        return statements.stream().filter(statement -> statement.state() == state).count();
    }
}
