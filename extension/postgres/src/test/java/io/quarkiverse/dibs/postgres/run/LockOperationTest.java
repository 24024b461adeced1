package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.collect;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.operation.LockOperation;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.report.LockHolder;
import io.quarkiverse.dibs.report.LockReport;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class LockOperationTest {

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
    void aLockThatNobodyHoldsIsFree() {
        assertThat(new LockOperation(fixture.context()).status().holder()).isEmpty();
        assertThatThrownBy(() -> new LockOperation(fixture.context()).release(1)).hasMessageContaining("DIBS-0667")
                .hasMessageContaining("nobody does");
    }

    @Test
    void theHolderIsToldAndOnlyItIsEnded() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        MigrationRun run = fixture.start(RunOptions.defaults(), TestMigration.of(1, db -> {
            db.execute("CREATE TABLE half ()");
            started.countDown();
            await(ended);
            db.execute("SELECT 1");
        }));
        started.await();
        LockOperation operation = new LockOperation(fixture.context());
        LockHolder holder = operation.status().holder().orElseThrow();
        assertThat(holder.application()).isEqualTo("dibs migrate");
        assertThat(holder.client()).isEqualTo("127.0.0.1");
        assertThat(holder.user()).isEqualTo(fixture.database.text("SELECT current_user"));
        assertThat(holder.since()).isPresent();
        assertThat(holder.activity()).isEqualTo("idle in transaction");
        assertThat(fixture.rows("SELECT pid FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly(String.valueOf(holder.pid()));

        int bystander = fixture.database.session().connection().processId();
        assertThatThrownBy(() -> operation.release(bystander)).hasMessageContaining("DIBS-0667")
                .hasMessageContaining("process " + holder.pid());
        assertThat(fixture.database.text("SELECT 1")).isEqualTo("1");

        LockReport released = operation.release(holder.pid());
        assertThat(released.released()).isTrue();
        assertThat(released.holder().orElseThrow().pid()).isEqualTo(holder.pid());
        assertThat(operation.status().holder()).isEmpty();
        ended.countDown();
        List<MigrationEvent> events = collect(run);
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0623");
        assertThat(summary(fixture.run(TestMigration.sql(1, "CREATE TABLE half ()"))).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRoleThatMayNotEndASessionIsToldWhatItNeeds() {
        String role = "weak_" + fixture.database.text("SELECT oid FROM pg_database WHERE datname = current_database()");
        fixture.database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'weak'");
        try (PgSession runner = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            runner.run("SELECT pg_advisory_lock(" + fixture.context().history().lockKey() + ")");
            String url = fixture.database.url().replaceFirst("//[^@]*@", "//" + role + ":weak@");
            OperationContext context = new OperationContext(TestDatabase.VERTX, java.util.Optional.of(url),
                    java.util.Optional.empty(), List.of(), fixture.context().history(), List.of());
            LockHolder holder = new LockOperation(context).status().holder().orElseThrow();
            assertThat(holder.pid()).isEqualTo(runner.connection().processId());
            // the server does not show it to everybody
            assertThat(holder.client()).isEmpty();
            assertThat(holder.since()).isEmpty();
            assertThat(holder.display()).doesNotContain("client", "since");
            assertThatThrownBy(() -> new LockOperation(context).release(holder.pid()))
                    .isInstanceOfSatisfying(io.quarkiverse.dibs.error.DibsException.class, refused -> {
                        assertThat(refused.problem().code()).isEqualTo("DIBS-0669");
                        assertThat(refused.problem().sqlState()).contains("42501");
                        assertThat(refused.problem().remedy().orElseThrow()).contains("pg_signal_backend");
                    });
            assertThat(runner.run("SELECT 1").size()).isEqualTo(1);
        } finally {
            fixture.database.run("DROP ROLE " + role);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
