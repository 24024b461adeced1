package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/** Two to eight runners at once, begun at random moments, on work that holds concurrent index builds. */
class P01_RacesTest {

    private static final int NIGHTLY = 50;
    private static final int LONGEST_OFFSET_MICROS = 200_000;

    @Test
    void racingRunnersDoEverythingOnceAndNoneBlocksAnIndexBuild() {
        Cases cases = Cases.of(P01_RacesTest.class);
        Random random = cases.random();
        int runs = 0;
        for (int round = 0; round < cases.number(NIGHTLY); round++) {
            int runners = 2 + random.nextInt(7);
            race(round, runners, random);
            runs += runners;
        }
        cases.ran(runs, "runs in " + cases.number(NIGHTLY) + " races");
    }

    private static void race(int round, int runners, Random random) {
        try (RunnerFixture fixture = new RunnerFixture(round % 2 == 0 ? 18 : 14)) {
            Workload.prepare(fixture);
            List<CompletableFuture<List<MigrationEvent>>> all = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                long offset = TimeUnit.MICROSECONDS.toNanos(random.nextInt(LONGEST_OFFSET_MICROS));
                all.add(CompletableFuture.supplyAsync(() -> {
                    // not to wait for anything, but to begin at another moment each time
                    LockSupport.parkNanos(offset);
                    return RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX, fixture.database.url(),
                            new HistoryTables("public"), Map.of()).start(Workload.migrations(), RunOptions.defaults()));
                }, work -> new Thread(work, "racer").start()));
            }
            // somebody else builds indexes of the same table meanwhile
            CompletableFuture<Void> builds = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 5; i++) {
                    fixture.database.run("CREATE INDEX CONCURRENTLY foreign_one ON made_before (id)");
                    fixture.database.run("DROP INDEX CONCURRENTLY foreign_one");
                }
            }, work -> new Thread(work, "builder").start());
            List<String> applied = new ArrayList<>();
            for (CompletableFuture<List<MigrationEvent>> run : all) {
                MigrationEvent.Summary summary = summary(run.join());
                assertThat(summary.outcome()).as("round %d of %d runners", round, runners).isEqualTo(Outcome.DONE);
                applied.addAll(summary.applied());
            }
            builds.join();
            assertThat(applied).as("round %d of %d runners", round, runners).containsExactlyInAnyOrder("1", "2", "3", "4");
            Workload.assertDone(fixture, "round " + round + " of " + runners + " runners");
        }
    }
}
