package io.quarkiverse.dibs.report;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens while many targets are worked on, several at a time. Each target that was begun or left out has one
 * {@link Ended}; the last event is a {@link Summary}.
 */
public sealed interface FleetEvent {

    <R> R accept(Visitor<R> visitor);

    /** Names every kind of event, so that a new one has to be handled everywhere. */
    interface Visitor<R> {

        R visit(Began event);

        R visit(Told event);

        R visit(Ended event);

        R visit(Summary event);
    }

    /**
     * The targets are known.
     *
     * @param targets how many are worked on here
     * @param all how many there are in all shards
     * @param parallel how many at a time
     * @param shard {@code 0/4}, or empty where there are no shards
     */
    record Began(int targets, int all, int parallel, String shard) implements FleetEvent {
        public Began {
            Objects.requireNonNull(shard);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Something happened in the run on one target; never its summary, in place of which {@link Ended} comes. */
    record Told(String target, MigrationEvent event) implements FleetEvent {
        public Told {
            Objects.requireNonNull(target);
            Objects.requireNonNull(event);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** One target is done with. */
    record Ended(FleetRow row) implements FleetEvent {
        public Ended {
            Objects.requireNonNull(row);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** All targets are done with. */
    record Summary(MigrationEvent.Outcome outcome, SortedMap<FleetState, Integer> counts,
            long durationMillis) implements FleetEvent {

        public Summary {
            Objects.requireNonNull(outcome);
            counts = new TreeMap<>(counts);
        }

        /** Counts what became of the targets. */
        public static Summary of(MigrationEvent.Outcome outcome, Iterable<FleetRow> rows, long durationMillis) {
            SortedMap<FleetState, Integer> counts = new TreeMap<>();
            rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
            return new Summary(outcome, counts, durationMillis);
        }

        /** How many targets there were. */
        public int targets() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public SortedMap<FleetState, Integer> counts() {
            return new TreeMap<>(counts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
