package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

import io.quarkiverse.dibs.error.Problem;

/**
 * What happens during a migration run, in the order in which it happens. The last event of every run is a {@link Summary},
 * also after a {@link Failed}.
 */
public sealed interface MigrationEvent {

    <R> R accept(Visitor<R> visitor);

    /** Names every kind of event, so that a new one has to be handled everywhere. */
    interface Visitor<R> {

        R visit(Waiting event);

        R visit(Started event);

        R visit(Statement event);

        R visit(Progress event);

        R visit(Log event);

        R visit(Finished event);

        R visit(Failed event);

        R visit(Summary event);
    }

    /**
     * Another runner holds the lock.
     *
     * @param holder who, for people: process, application, client, since when
     */
    record Waiting(String holder, long waitedMillis) implements MigrationEvent {
        public Waiting {
            Objects.requireNonNull(holder);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A migration begins: number {@code number} (from 1) of {@code total} in this run. */
    record Started(String version, String name, int number, int total, boolean transactional) implements MigrationEvent {
        public Started {
            Objects.requireNonNull(version);
            Objects.requireNonNull(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A statement begins ({@code done} false) or has ended.
     *
     * @param number counts the statements of the migration from 1
     * @param rows the rows it touched, where the server says so
     */
    record Statement(String version, int number, String sql, boolean done, OptionalLong rows,
            long durationMillis) implements MigrationEvent {
        public Statement {
            Objects.requireNonNull(version);
            Objects.requireNonNull(sql);
            Objects.requireNonNull(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A long piece of work goes on.
     *
     * @param total 0 when nobody knows
     * @param perSecond the present rate, or 0
     * @param remainingMillis the expected rest, or absent
     */
    record Progress(String version, String label, long done, long total, double perSecond,
            OptionalLong remainingMillis) implements MigrationEvent {
        public Progress {
            Objects.requireNonNull(version);
            Objects.requireNonNull(label);
            Objects.requireNonNull(remainingMillis);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The migration, code called by it, or the server ({@code logger} "postgres") said something. */
    record Log(String version, String level, String logger, String message) implements MigrationEvent {
        public Log {
            Objects.requireNonNull(version);
            Objects.requireNonNull(level);
            Objects.requireNonNull(logger);
            Objects.requireNonNull(message);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A migration is done and stands in the history. */
    record Finished(String version, String name, long durationMillis) implements MigrationEvent {
        public Finished {
            Objects.requireNonNull(version);
            Objects.requireNonNull(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A migration failed; the run ends.
     *
     * @param rolledBack whether nothing of it stands
     * @param standing how many of its statements stand and are recorded, where it ran outside a transaction
     * @param sourceLines the failing line of the Java source with its neighbours, or empty
     */
    record Failed(String version, String name, Problem problem, boolean rolledBack, OptionalInt standing,
            List<String> sourceLines) implements MigrationEvent {
        public Failed {
            Objects.requireNonNull(standing);
            Objects.requireNonNull(version);
            Objects.requireNonNull(name);
            Objects.requireNonNull(problem);
            sourceLines = List.copyOf(sourceLines);
        }

        /** The same with the lines of the source. */
        public Failed withSourceLines(List<String> lines) {
            return new Failed(version, name, problem, rolledBack, standing, lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The end of the run: what it applied, what still waits, and what the user should know.
     *
     * @param tried what a dry run has tried and rolled back
     */
    record Summary(Outcome outcome, List<String> applied, List<String> tried, List<String> pending, List<String> warnings,
            long durationMillis) implements MigrationEvent {
        public Summary {
            Objects.requireNonNull(outcome);
            applied = List.copyOf(applied);
            tried = List.copyOf(tried);
            pending = List.copyOf(pending);
            warnings = List.copyOf(warnings);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** How a run ended. */
    enum Outcome {
        /** All that was asked for is applied; also when there was nothing to do. */
        DONE,
        /** Everything was tried and rolled back, as asked. */
        DRY_RUN,
        FAILED,
        CANCELLED
    }
}
