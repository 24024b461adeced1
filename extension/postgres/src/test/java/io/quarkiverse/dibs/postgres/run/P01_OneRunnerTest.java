package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class P01_OneRunnerTest {

    private static final long KEY = new HistoryTables("public").lockKey();

    @Parameter
    int major;

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(major);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void racingRunnersOfOneProcessApplyEachMigrationOnce() {
        fixture.database.run("CREATE TABLE applied (version int)");
        TestMigration[] all = IntStream.rangeClosed(1, 5)
                .mapToObj(version -> TestMigration.sql(version, "INSERT INTO applied VALUES (" + version + ")"))
                .toArray(TestMigration[]::new);
        List<MigrationRun> runs = IntStream.range(0, 6).mapToObj(i -> fixture.start(RunOptions.defaults(), all)).toList();

        List<String> applied = new ArrayList<>();
        for (MigrationRun run : runs) {
            MigrationEvent.Summary summary = summary(RunnerFixture.collect(run));
            assertThat(summary.outcome()).isEqualTo(Outcome.DONE);
            applied.addAll(summary.applied());
        }
        assertThat(applied).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
        assertThat(fixture.rows("SELECT version FROM applied ORDER BY 1")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void racingProcessesApplyEachMigrationOnce() throws Exception {
        fixture.database.run("CREATE TABLE applied (version int)");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(ChildRunner.start(fixture.database.url(), "race"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(fixture.rows("SELECT version FROM applied ORDER BY 1")).containsExactly("1", "2", "3");
    }

    @Test
    void whoWaitsIsToldWhoHoldsTheLockAndGivesUpInTime() {
        try (PgSession holder = holder("another deployment")) {
            List<MigrationEvent> events = new ArrayList<>();
            assertThatThrownBy(() -> fixture.start(RunOptions.defaults().withLockWait(Duration.ofMillis(600)),
                    TestMigration.sql(1, "SELECT 1")).events().onItem().invoke(events::add).collect().last().await()
                    .indefinitely()).hasMessageContaining("DIBS-0610").hasMessageContaining("another deployment");
            assertThat(only(events, MigrationEvent.Waiting.class)).isNotEmpty()
                    .allSatisfy(waiting -> assertThat(waiting.holder())
                            .contains("process " + holder.connection().processId(), "another deployment"));
        }
    }

    @Test
    void whoWaitsGetsTheLockWhenItsHolderEnds() {
        PgSession holder = holder("holder");
        MigrationRun run = fixture.start(RunOptions.defaults(), TestMigration.sql(1, "SELECT 1"));
        List<MigrationEvent> events = run.events().onItem().invoke(event -> {
            if (event instanceof MigrationEvent.Waiting) {
                holder.connection().close().subscribe().with(closed -> {
                });
            }
        }).collect().asList().await().indefinitely();
        assertThat(summary(events).applied()).containsExactly("1");
    }

    @Test
    void whoWaitsDoesNotBlockAConcurrentIndexBuildOfTheHolder() {
        fixture.database.run("CREATE TABLE t (id int)");
        CountDownLatch waiting = new CountDownLatch(1);
        MigrationRun first = fixture.start(RunOptions.defaults(), TestMigration.of(1, db -> {
            await(waiting);
            db.execute("CREATE INDEX CONCURRENTLY t_id ON t (id)");
        }).withoutTransaction());
        AtomicReference<MigrationRun> second = new AtomicReference<>();
        // the second is begun only when the first holds the lock
        first.events().onItem().invoke(event -> {
            if (event instanceof MigrationEvent.Started) {
                second.set(fixture.start(RunOptions.defaults(), TestMigration.sql(1, "SELECT 1")));
                second.get().events().subscribe().with(seen -> {
                    if (seen instanceof MigrationEvent.Waiting) {
                        waiting.countDown();
                    }
                });
            }
        }).collect().asList().await().atMost(Duration.ofSeconds(60));
        second.get().ended().await().atMost(Duration.ofSeconds(60));
        assertThat(fixture.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")).containsExactly("true");
    }

    @Test
    void aMigrationThatThinksDoesNotBlockAConcurrentIndexBuildOfOthers() {
        fixture.database.run("CREATE TABLE t (id int)");
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("SELECT $1::int", 1);
            fixture.database.run("CREATE INDEX CONCURRENTLY t_id ON t (id)");
        }).withoutTransaction());
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theLockIsFreeAfterwardsAlsoAfterAFailure() {
        fixture.run(TestMigration.sql(1, "SELECT 1/0"));
        assertThat(fixture.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")).containsExactly("0");
    }

    @Test
    void aLockThatSomebodyReleasedIsNoticedBeforeTheNextMigration() {
        List<MigrationEvent> events = fixture.run(
                TestMigration.sql(1, "SELECT pg_advisory_unlock(" + KEY + ")"), TestMigration.sql(2, "CREATE TABLE t ()"));
        assertThat(RunnerFixture.failure(events).problem().code()).isEqualTo("DIBS-0614");
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void aMigrationThatLetsTheLockGoIsRolledBack() {
        List<MigrationEvent> events = fixture.run(
                TestMigration.sql(1, "CREATE TABLE t ()", "SELECT pg_advisory_unlock_all()"));

        MigrationEvent.Failed failed = RunnerFixture.failure(events);
        assertThat(failed.problem().code()).isEqualTo("DIBS-0614");
        assertThat(failed.problem().remedy().orElseThrow()).contains("pg_advisory_unlock_all()");
        assertThat(failed.rolledBack()).isTrue();
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
        assertThat(RunnerFixture.summary(events).applied()).isEmpty();
    }

    @Test
    void outsideATransactionTooTheLockThatWasLetGoIsNoticed() {
        List<MigrationEvent> events = fixture.run(
                TestMigration.sql(1, "CREATE TABLE t ()", "DISCARD ALL", "CREATE TABLE never ()").withoutTransaction());

        assertThat(RunnerFixture.failure(events).problem().code()).isEqualTo("DIBS-0614");
        assertThat(fixture.rows("SELECT to_regclass('t'), to_regclass('never')")).containsExactly("t null");
    }

    private PgSession holder(String name) {
        PgSession holder = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE);
        holder.run("SET application_name = '" + name + "'");
        assertThat(holder.run("SELECT pg_try_advisory_lock(" + KEY + ")").iterator().next().getBoolean(0)).isTrue();
        return holder;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
