package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.MessageProxy.Harm;
import io.quarkiverse.dibs.postgres.run.MessageProxy.Place;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/**
 * Harms the connection of a run at each message of the protocol, both ways. Whatever the run says afterwards has to be true, it
 * has to say it in time, and the next run has to end the work. The answers to COMMIT are always among the messages.
 */
class P07_EveryMessageTest {

    private static final int NIGHTLY = 1_000;
    /** Of those the harms that nobody is told of, which are noticed only by and by. */
    private static final int NIGHTLY_STALLS = 100;
    private static final RunOptions OPTIONS = RunOptions.defaults().withLockTimeout(Duration.ofMillis(300));

    @Test
    void aRunWhoseConnectionIsHarmedAnywhereTellsTheTruthAndTheNextOneEndsTheWork() {
        Cases cases = Cases.of(P07_EveryMessageTest.class);
        Measured whole = measure();
        List<Place> cuts = new ArrayList<>();
        List<Place> stalls = new ArrayList<>();
        for (boolean toServer : new boolean[] { true, false }) {
            for (int number = 1; number <= (toServer ? whole.sent : whole.received); number++) {
                for (Harm harm : Harm.values()) {
                    boolean quiet = harm == Harm.STALL || harm == Harm.STALL_AFTER;
                    if (harm != Harm.NONE) {
                        (quiet ? stalls : cuts).add(new Place(toServer, number, harm));
                    }
                }
            }
        }
        List<Place> chosen = new ArrayList<>(cases.choose(cuts, NIGHTLY - NIGHTLY_STALLS - 10 * whole.commits.size()));
        chosen.addAll(cases.choose(stalls, NIGHTLY_STALLS));
        // the answer to COMMIT comes, or not, and the client is told, or not
        for (int i = 0; i < whole.commits.size(); i++) {
            chosen.add(new Place(false, whole.commits.get(i), i == 0 ? Harm.STALL : i % 2 == 0 ? Harm.RESET : Harm.CUT));
        }
        chosen = Place.only().map(List::of).orElse(chosen);
        Map<Harm, Integer> ran = new EnumMap<>(Harm.class);
        Map<String, Integer> ends = new TreeMap<>();
        for (Place place : chosen) {
            String end = harmedAt(place);
            ends.merge(end, 1, Integer::sum);
            ran.merge(place.harm(), 1, Integer::sum);
        }
        System.out.println("P07_EveryMessageTest: " + ran + ", ends " + ends);
        cases.ran(chosen.size(), "harmed messages, " + whole.commits.size() + " of them answers to COMMIT");
        assertThat(whole.commits).hasSizeGreaterThan(5);
    }

    private record Measured(int sent, int received, List<Integer> commits) {
    }

    private static Measured measure() {
        try (RunnerFixture fixture = new RunnerFixture(18);
                MessageProxy proxy = new MessageProxy(fixture.database.server().port(), Place.NOWHERE)) {
            Workload.prepare(fixture);
            assertThat(summary(RunnerFixture.collect(start(proxy, fixture))).outcome()).isEqualTo(Outcome.DONE);
            Workload.assertDone(fixture, "without harm");
            return new Measured(proxy.sent(), proxy.received(), proxy.commitAnswers());
        }
    }

    private static MigrationRun start(MessageProxy proxy, RunnerFixture fixture) {
        return new MigrationRunner(TestDatabase.VERTX, proxy.url(fixture.database.url()), new HistoryTables("public"), Map.of())
                .start(Workload.migrations(), OPTIONS);
    }

    private static String harmedAt(Place place) {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            Workload.prepare(fixture);
            String end;
            try (MessageProxy proxy = new MessageProxy(fixture.database.server().port(), place)) {
                end = check(fixture, place, proxy);
            }
            List<MigrationEvent> events = fixture.run(Workload.all());
            assertThat(summary(events).outcome()).as("the run after %s: %s", place, events).isEqualTo(Outcome.DONE);
            Workload.assertDone(fixture, "after " + place + ", which ended with " + end);
            return end;
        }
    }

    /** @return how the run ended */
    private static String check(RunnerFixture fixture, Place place, MessageProxy proxy) {
        List<MigrationEvent> events;
        try {
            events = RunnerFixture.collect(start(proxy, fixture));
        } catch (io.smallrye.mutiny.TimeoutException e) {
            throw new AssertionError("the run did not end, " + place, e);
        } catch (DibsException e) {
            // before anything was run
            assertThat(e.problem().category()).as("%s: %s", place, e.problem()).isEqualTo(Category.CONNECTION);
            return e.problem().code();
        }
        List<String> applied = fixture.rows("SELECT to_regclass('__dibs_migrations')").contains("null") ? List.of()
                : fixture.rows("SELECT version FROM __dibs_migrations WHERE state = 'applied'");
        assertThat(applied).as("what it says is applied, %s", place).containsAll(summary(events).applied());
        List<MigrationEvent.Failed> failures = only(events, MigrationEvent.Failed.class);
        if (failures.isEmpty()) {
            assertThat(summary(events).outcome()).as("%s: %s", place, events).isEqualTo(Outcome.DONE);
            return "done";
        }
        MigrationEvent.Failed failed = failures.get(0);
        assertThat(failed.problem().category()).as("%s: %s", place, failed.problem()).isIn(Category.CONNECTION,
                Category.IN_DOUBT);
        if (failed.problem().category() == Category.CONNECTION) {
            assertThat(applied).as("what it says is not applied, %s: %s", place, failed.problem())
                    .doesNotContain(failed.version());
        }
        return failed.problem().code();
    }
}
