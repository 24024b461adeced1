package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;

class P03_RightServerTest {

    @Test
    void aDatabaseThatCanOnlyBeReadIsRefusedBeforeAnyWork() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',"
                    + " current_database()); END $$");
            assertThatThrownBy(() -> fixture.run(TestMigration.sql(1, "CREATE TABLE t ()")))
                    .hasMessageContaining("DIBS-0612").hasMessageContaining("can only be read");
            assertThat(fixture.rows("SELECT to_regclass('__dibs_migrations')")).containsExactly("null");
        }
    }

    @Test
    void anotherServerBehindTheSameAddressIsNoticedAfterAReconnect() throws IOException {
        try (RunnerFixture fixture = new RunnerFixture(18); RunnerFixture other = new RunnerFixture(17)) {
            AtomicBoolean armed = new AtomicBoolean(true);
            AtomicReference<TestProxy> self = new AtomicReference<>();
            try (TestProxy proxy = new TestProxy(fixture.database.server().port(), false, sent -> {
                if (sent.contains("COMMIT") && armed.get() && sent.length() < 20
                        && !fixtureKnows(fixture)) {
                    return TestProxy.Fate.PASS;
                }
                if (sent.contains("COMMIT") && armed.getAndSet(false)) {
                    self.get().redirect(other.database.server().port());
                    return TestProxy.Fate.CUT_ANSWER;
                }
                return TestProxy.Fate.PASS;
            })) {
                self.set(proxy);
                // the other server lets the same user in and has a database of the same name
                other.database.run("ALTER ROLE postgres PASSWORD '" + fixture.database.server().password() + "'");
                String name = fixture.database.text("SELECT current_database()");
                if (!other.rows("SELECT datname FROM pg_database").contains(name)) {
                    other.database.run("CREATE DATABASE " + name);
                }
                List<MigrationEvent> events = RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX,
                        proxy.url(fixture.database.url()), new HistoryTables("public"), Map.of())
                        .start(List.of(TestMigration.sql(1, "CREATE TABLE t ()")), RunOptions.defaults()));
                assertThat(failure(events).problem().category()).isEqualTo(Category.IN_DOUBT);
                assertThat(failure(events).problem().message()).contains("another server answered");
                other.database.run("ALTER ROLE postgres PASSWORD '" + other.database.server().password() + "'");
            }
            assertThat(fixture.history()).containsExactly("1 applied");
        }
    }

    /** Whether the table of the history is there, so that the next commit is that of the migration. */
    private static boolean fixtureKnows(RunnerFixture fixture) {
        return !fixture.rows("SELECT to_regclass('__dibs_migrations')").contains("null");
    }

    @Test
    void aServerOfAnotherTimelineIsAnotherServer() {
        ServerIdentity before = new ServerIdentity("1", "00000001");
        assertThat(before.mayBe(new ServerIdentity("1", "00000002"))).isFalse();
        assertThat(before.mayBe(new ServerIdentity("2", "00000001"))).isFalse();
        assertThat(before.mayBe(before)).isTrue();
        // a service that hides one of them still tells the other
        assertThat(before.mayBe(new ServerIdentity("", "00000002"))).isFalse();
        assertThat(before.mayBe(ServerIdentity.UNKNOWN)).isTrue();
    }

    @Test
    void whoTheServerIsIsKnownAlsoToARoleWithoutRights() {
        try (RunnerFixture fixture = new RunnerFixture(14)) {
            fixture.database.run("CREATE ROLE nobody_here LOGIN PASSWORD 'x'");
            String url = fixture.database.url();
            try (RunnerSession session = RunnerSession.open(TestDatabase.VERTX,
                    "postgresql://nobody_here:x@" + url.substring(url.indexOf('@') + 1), new HistoryTables("public"),
                    RunOptions.defaults(), text -> {
                    })) {
                assertThat(session.server().isKnown()).isTrue();
                assertThat(session.server().timeline()).isEqualTo("00000001");
            } finally {
                fixture.database.run("DROP ROLE nobody_here");
            }
        }
    }
}
