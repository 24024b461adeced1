package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;
import io.quarkiverse.dibs.spi.MigrationInvoker;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class P06_CrashSafeTest {

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
    void aRunnerKilledInATransactionLeavesNothingAndTheNextRunGoesOn() throws Exception {
        Process child = ChildRunner.start(fixture.database.url(), "sleep");
        awaitActivity("SELECT pg_sleep(1000)");
        child.destroyForcibly().waitFor();

        assertThat(summary(fixture.run(TestMigration.sql(1, "CREATE TABLE half ()"))).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    @Test
    void aRunnerKilledInAConcurrentIndexBuildIsFollowedByOneThatBuildsIt() throws Exception {
        fixture.database.run("CREATE TABLE t (id int)");
        PgSession writer = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE);
        writer.run("BEGIN");
        writer.run("INSERT INTO t VALUES (1)");
        Process child = ChildRunner.start(fixture.database.url(), "index");
        // the build waits for the open transaction, with its index already there and invalid
        awaitActivity("CREATE INDEX CONCURRENTLY%");
        child.destroyForcibly().waitFor();
        writer.close();

        List<MigrationInvoker> migrations = ChildRunner.migrations("index");
        List<MigrationEvent> events = fixture.run(migrations.toArray(MigrationInvoker[]::new));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fixture.history()).containsExactly("1 applied", "2 applied");
        assertThat(fixture.rows("SELECT relname, indisvalid FROM pg_index JOIN pg_class ON oid = indexrelid"
                + " WHERE indrelid = 't'::regclass")).containsExactly("t_id true");
    }

    @Test
    void anIndexThatWasBuiltButNotRecordedIsTakenAsItIs() {
        fixture.database.run("CREATE TABLE t (id int)");
        TestMigration migration = TestMigration.sql(1, "CREATE INDEX CONCURRENTLY t_id ON t (id)").withoutTransaction();
        fixture.run(migration);
        String oid = fixture.database.text("SELECT 't_id'::regclass::oid");
        // as a crash between the statement and its record leaves it
        fixture.database.run("UPDATE __dibs_migrations SET state = 'running', applied_statements = 0,"
                + " intent_digest = statements_digest, statements_digest = '', finished_at = NULL, statement_xid = start_xid");

        List<MigrationEvent> events = fixture.run(migration);
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("has built this index"));
        assertThat(fixture.database.text("SELECT 't_id'::regclass::oid")).isEqualTo(oid);
    }

    @Test
    void anIndexThatIsNotOursIsNotTakenForOurs() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("CREATE INDEX t_id ON t (id)");
        List<MigrationEvent> events = fixture
                .run(TestMigration.sql(1, "CREATE INDEX CONCURRENTLY t_id ON t (id)").withoutTransaction());
        assertThat(RunnerFixture.failure(events).problem().sqlState()).contains("42P07");
        assertThat(fixture.rows("SELECT to_regclass('t_id')")).containsExactly("t_id");
    }

    @Test
    void aBuildThatFailsLeavesNoInvalidIndexBehind() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("INSERT INTO t VALUES (1), (1)");
        List<MigrationEvent> events = fixture
                .run(TestMigration.sql(1, "CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)").withoutTransaction());
        assertThat(RunnerFixture.failure(events).problem().sqlState()).contains("23505");
        assertThat(fixture.rows("SELECT to_regclass('t_id')")).containsExactly("null");

        fixture.database.run("DELETE FROM t");
        assertThat(summary(fixture.run(TestMigration.sql(1, "CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)")
                .withoutTransaction())).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void statementsThatStandAreNotRunTwice() {
        TestMigration migration = TestMigration.of(1, db -> {
            db.execute("CREATE TABLE a (id int)");
            db.execute("INSERT INTO a VALUES (1)");
            db.execute("SELECT pg_terminate_backend(pg_backend_pid()) WHERE NOT EXISTS (SELECT FROM pg_class"
                    + " WHERE relname = 'second')");
        }).withoutTransaction();
        List<MigrationEvent> events = fixture.run(migration);
        assertThat(RunnerFixture.failure(events).problem().code()).isEqualTo("DIBS-0623");
        assertThat(RunnerFixture.failure(events).problem().message()).contains("2 statements stand");
        assertThat(fixture.history()).containsExactly("1 running");

        fixture.database.run("CREATE TABLE second ()");
        assertThat(summary(fixture.run(migration)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fixture.rows("SELECT id FROM a")).containsExactly("1");
    }

    private void awaitActivity(String query) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (fixture.rows("SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '" + query
                + "' AND (query LIKE 'SELECT%' OR wait_event_type = 'Lock')").isEmpty()) {
            assertThat(System.nanoTime()).as("waiting for " + query).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
