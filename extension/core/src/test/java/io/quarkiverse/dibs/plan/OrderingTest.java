package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Table;

class OrderingTest {

    /** The order of waiting is the opposite of the order of names, so that the one cannot pass for the other. */
    @Test
    void aCycleIsNamedInTheOrderOfWaiting() {
        List<Action> ring = ring(3);

        List<Action> cycle = Ordering.shortestCycle(ring);

        assertThat(cycle).containsExactlyInAnyOrderElementsOf(ring);
        for (int i = 0; i < cycle.size(); i++) {
            assertThat(cycle.get(i).first).containsKey(cycle.get((i + 1) % cycle.size()));
        }
    }

    @Test
    void theShortestOfTwoCyclesIsNamed() {
        List<Action> ring = ring(5);
        ring.get(1).needs(ring.get(2), () -> "a short way back");

        assertThat(Ordering.shortestCycle(ring)).containsExactlyInAnyOrder(ring.get(1), ring.get(2));
    }

    @Test
    void aRingCannotBeOrdered() {
        Ordering ordering = new Ordering(ring(4));

        assertThat(ordering.isComplete()).isFalse();
        assertThat(ordering.stuck()).hasSize(1).allSatisfy(stuck -> assertThat(stuck).hasSize(4));
    }

    /** Each waits for the one before, the first for the last. */
    private static List<Action> ring(int size) {
        List<Action> ring = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Action action = Action.create(Table.plain(ObjectId.table("public", "t" + i)));
            action.rank = i;
            ring.add(action);
        }
        for (int i = 0; i < size; i++) {
            ring.get(i).needs(ring.get((i + size - 1) % size), () -> "it is the one before");
        }
        return ring;
    }
}
