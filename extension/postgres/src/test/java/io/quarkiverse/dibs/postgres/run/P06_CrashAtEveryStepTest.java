package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.run.MessageProxy.Harm;
import io.quarkiverse.dibs.postgres.run.MessageProxy.Place;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/**
 * Kills a runner's process (SIGKILL) before and during everything that it sends to the server, and lets another one go on. The
 * message at which it dies is held back, or it is on its way while its sender dies.
 */
class P06_CrashAtEveryStepTest {

    private static final int NIGHTLY = 500;
    /** From the first statement of the protocol on; what comes before changes nothing. */
    private static final int FIRST = 12;

    @Test
    void aRunnerKilledAnywhereIsFollowedByOneThatEndsTheWork() throws Exception {
        Cases cases = Cases.of(P06_CrashAtEveryStepTest.class);
        int messages = messagesOfAWholeRun();
        List<Place> places = new ArrayList<>();
        for (int number = FIRST; number <= messages; number++) {
            places.add(new Place(true, number, Harm.STALL));
            places.add(new Place(true, number, Harm.STALL_AFTER));
        }
        int killed = 0;
        for (Place place : Place.only().map(List::of).orElseGet(() -> cases.choose(places, NIGHTLY))) {
            killed += killedAt(place) ? 1 : 0;
        }
        cases.ran(killed, "kills at " + places.size() + " possible places");
    }

    private static int messagesOfAWholeRun() throws Exception {
        try (RunnerFixture fixture = new RunnerFixture(18);
                MessageProxy proxy = new MessageProxy(fixture.database.server().port(), Place.NOWHERE)) {
            Workload.prepare(fixture);
            assertThat(ChildRunner.start(proxy.url(fixture.database.url()), "workload").waitFor()).isZero();
            Workload.assertDone(fixture, "without a crash");
            return proxy.sent();
        }
    }

    /** @return whether it was killed there; a run that had less to say ends by itself */
    private static boolean killedAt(Place place) throws Exception {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            Workload.prepare(fixture);
            boolean killed;
            try (MessageProxy proxy = new MessageProxy(fixture.database.server().port(), place)) {
                Process child = ChildRunner.start(proxy.url(fixture.database.url()), "workload");
                while (!proxy.awaitPlace(1) && child.isAlive()) {
                    continue;
                }
                killed = proxy.isReached();
                child.destroyForcibly().waitFor();
            }
            List<MigrationEvent> events = fixture.run(Workload.all());
            assertThat(summary(events).outcome()).as("the run after a kill at %s: %s", place, events).isEqualTo(Outcome.DONE);
            Workload.assertDone(fixture, "killed at " + place);
            return killed;
        }
    }
}
