package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.vertx.mutiny.sqlclient.Row;

/** A primary with a standby that streams from it: both are real servers. */
class P03_ReplicaTest {

    private static final int MAJOR = 15;
    private static final String REPLAYED = "SELECT count(*) FROM pg_stat_replication"
            + " WHERE replay_lsn >= pg_current_wal_flush_lsn()";

    @TempDir
    Path folder;

    private EmbeddedPostgres primary;
    private EmbeddedPostgres standby;

    @BeforeEach
    void start() throws Exception {
        primary = EmbeddedPostgres.builder().major(MAJOR).temporary().start();
        standby = StandbyServer.of(primary, MAJOR, folder.resolve("standby"));
        await(primary, REPLAYED, "1");
    }

    @AfterEach
    void stop() {
        standby.stop();
        primary.stop();
    }

    @Test
    void aStandbyIsRefusedBeforeAnyWork() {
        assertThatThrownBy(() -> migrate(standby.url(), TestMigration.sql(1, "CREATE TABLE t ()")))
                .hasMessageContaining("is a standby server");
        migrate(primary.url(), TestMigration.sql(1, "CREATE TABLE t ()"));
        await(primary, REPLAYED, "1");
        // reading is what it is for
        assertThat(one(standby, "SELECT state FROM __dibs_migrations")).isEqualTo("applied");
    }

    @Test
    void aCommitWhosePrimaryIsReplacedIsInDoubtAndTheNextRunReadsTheHistory() throws Exception {
        migrate(primary.url(), TestMigration.sql(1, "CREATE TABLE first ()"));
        AtomicBoolean armed = new AtomicBoolean();
        AtomicReference<TestProxy> self = new AtomicReference<>();
        CompletableFuture<Void> promoted = new CompletableFuture<>();
        try (TestProxy proxy = new TestProxy(primary.port(), false, sent -> {
            if (armed.get() && sent.contains("COMMIT") && sent.length() < 20) {
                armed.set(false);
                self.get().redirect(standby.port());
                new Thread(() -> {
                    await(primary, "SELECT count(*) FROM __dibs_migrations", "2");
                    await(primary, REPLAYED, "1");
                    assertThat(one(standby, "SELECT pg_promote()")).isEqualTo("true");
                    promoted.complete(null);
                }, "promotion").start();
                return TestProxy.Fate.CUT_ANSWER;
            }
            return TestProxy.Fate.PASS;
        })) {
            self.set(proxy);
            TestMigration[] both = { TestMigration.sql(1, "CREATE TABLE first ()"), TestMigration.of(2, db -> {
                db.execute("CREATE TABLE t ()");
                armed.set(true);
            }) };
            List<MigrationEvent> events = migrate(proxy.url(primary.url()), both);
            assertThat(failure(events).problem().category()).as(failure(events).toString()).isEqualTo(Category.IN_DOUBT);
            promoted.get(60, java.util.concurrent.TimeUnit.SECONDS);

            List<MigrationEvent> next = migrate(proxy.url(primary.url()), both[0], both[1],
                    TestMigration.sql(3, "CREATE TABLE u ()"));
            assertThat(RunnerFixture.summary(next).applied()).containsExactly("3");
        }
        assertThat(one(standby, "SELECT string_agg(version || ' ' || state, ', ' ORDER BY rank) FROM __dibs_migrations"))
                .isEqualTo("1 applied, 2 applied, 3 applied");
        assertThat(one(standby, "SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)")).isEqualTo("00000002");
    }

    @Test
    void aBackfillPausesWhileTheReplicaIsBehind() {
        List<String> said = new CopyOnWriteArrayList<>();
        try (PgSession session = PgSession.open(TestDatabase.VERTX, primary.url(), PgSession.ONE_BY_ONE)) {
            BackfillThrottle throttle = new BackfillThrottle(session::query, "b",
                    new BackfillThrottle.Limits(99, 3_600, 1 << 20, Duration.ofMinutes(5)),
                    new Cancellation(TestDatabase.VERTX), said::add);
            throttle.pass().await().atMost(Duration.ofSeconds(30));
            assertThat(said).isEmpty();

            one(standby, "SELECT pg_wal_replay_pause()::text");
            session.run("CREATE TABLE big AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 5000)");
            CompletableFuture<Void> free = new BackfillThrottle(session::query, "b",
                    new BackfillThrottle.Limits(99, 3_600, 1 << 20, Duration.ofMinutes(5)),
                    new Cancellation(TestDatabase.VERTX), text -> {
                        said.add(text);
                        if (text.contains("pauses")) {
                            // said on an event loop, which must not wait for itself
                            CompletableFuture.runAsync(() -> one(standby, "SELECT pg_wal_replay_resume()::text"));
                        }
                    }).pass().subscribeAsCompletionStage();
            free.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
        }
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("backfill \"b\" pauses: a replica is ").endsWith(" MB behind");
        assertThat(said.get(1)).isEqualTo("backfill \"b\" goes on");
    }

    private static List<MigrationEvent> migrate(String url, TestMigration... migrations) {
        return RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX, url, new HistoryTables("public"), Map.of())
                .start(List.of(migrations), RunOptions.defaults()));
    }

    /** Without a time of its own: the build ends what never comes. */
    private static void await(EmbeddedPostgres server, String query, String answer) {
        while (!one(server, query).equals(answer)) {
            Thread.onSpinWait();
        }
    }

    private static String one(EmbeddedPostgres server, String query) {
        try (PgSession session = PgSession.open(TestDatabase.VERTX, server.url(), PgSession.ONE_BY_ONE)) {
            List<String> values = new ArrayList<>();
            for (Row row : session.run(query)) {
                values.add(String.valueOf(row.getValue(0)));
            }
            return values.get(0);
        }
    }
}
