package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

class P07_LostCommitTest {

    private final AtomicReference<MigrationRun> run = new AtomicReference<>();
    private RunnerFixture fixture;
    private boolean cancelled;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(18);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void aCommitWhoseAnswerIsLostIsFoundInTheHistoryAndTheRunGoesOn() throws IOException {
        List<MigrationEvent> events = run("COMMIT", TestProxy.Fate.CUT_ANSWER, false);
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(summary(events).applied()).containsExactly("1", "2");
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("the history says that it is done"));
        assertThat(fixture.history()).containsExactly("1 applied", "2 applied");
        assertThat(fixture.rows("SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void aCommitThatNeverArrivedIsARolledBackFailure() throws IOException {
        List<MigrationEvent> events = run("COMMIT", TestProxy.Fate.CUT, false);
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0623");
        assertThat(failure(events).problem().category()).isEqualTo(Category.CONNECTION);
        assertThat(failure(events).rolledBack()).isTrue();
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void aCommitThatNobodyCanAskAboutIsInDoubt() throws IOException {
        List<MigrationEvent> events = run("COMMIT", TestProxy.Fate.CUT_ANSWER, true);
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0624");
        assertThat(failure(events).problem().category()).isEqualTo(Category.IN_DOUBT);
        assertThat(failure(events).rolledBack()).isFalse();
        assertThat(summary(events).pending()).containsExactly("1", "2");
    }

    @Test
    void aCommitThatStandsIsNotCalledRolledBackWhenTheRunWasCancelledMeanwhile() throws IOException {
        cancelled = true;
        List<MigrationEvent> events = run("COMMIT", TestProxy.Fate.CUT_ANSWER, false);
        assertThat(summary(events).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(summary(events).applied()).containsExactly("1");
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    @Test
    void aConnectionLostInTheMiddleIsARolledBackFailure() throws IOException {
        List<MigrationEvent> events = run("INSERT INTO t", TestProxy.Fate.CUT, false);
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0623");
        assertThat(failure(events).rolledBack()).isTrue();
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    /**
     * Runs two migrations.
     *
     * @param message what the message holds that meets the fate, the first time it is sent after the table is made
     */
    private List<MigrationEvent> run(String message, TestProxy.Fate fate, boolean forGood) throws IOException {
        AtomicReference<TestProxy.Fate> armed = new AtomicReference<>();
        AtomicReference<TestProxy> self = new AtomicReference<>();
        try (TestProxy proxy = new TestProxy(fixture.database.server().port(), false, sent -> {
            if (sent.contains("CREATE TABLE t ")) {
                armed.set(fate);
            }
            if (!sent.contains(message)) {
                return TestProxy.Fate.PASS;
            }
            TestProxy.Fate now = armed.getAndSet(null);
            if (now != null && cancelled) {
                run.get().cancel();
            }
            if (now != null && forGood) {
                self.get().refuse();
            }
            return now == null ? TestProxy.Fate.PASS : now;
        })) {
            self.set(proxy);
            MigrationRunner runner = new MigrationRunner(TestDatabase.VERTX, proxy.url(fixture.database.url()),
                    new HistoryTables("public"), Map.of());
            run.set(runner.start(List.of(
                    TestMigration.sql(1, "CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)"),
                    TestMigration.sql(2, "SELECT 1")), RunOptions.defaults()));
            return RunnerFixture.collect(run.get());
        }
    }
}
