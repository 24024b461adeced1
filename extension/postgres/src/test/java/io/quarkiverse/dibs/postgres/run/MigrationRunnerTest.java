package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.ServerContext;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class MigrationRunnerTest {

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
    void appliesPendingMigrationsInTheOrderOfTheirVersionsAndOnlyOnce() {
        TestMigration second = TestMigration.sql(10, "INSERT INTO t VALUES (1)");
        TestMigration first = TestMigration.sql(9, "CREATE TABLE t (id int)");

        List<MigrationEvent> events = fixture.run(second, first);
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(summary(events).applied()).containsExactly("9", "10");
        assertThat(fixture.history()).containsExactly("9 applied", "10 applied");

        List<MigrationEvent> again = fixture.run(second, first);
        assertThat(again).hasSize(1);
        assertThat(summary(again).applied()).isEmpty();
        assertThat(fixture.rows("SELECT count(*) FROM t")).containsExactly("1");
    }

    @Test
    void tellsOfEachStatementAsItBeginsAndEnds() {
        List<MigrationEvent> events = fixture.run(TestMigration.sql(1, "CREATE TABLE t (id int)",
                "INSERT INTO t SELECT generate_series(1, 3)"));
        assertThat(only(events, MigrationEvent.Statement.class))
                .extracting(event -> event.number() + " " + event.done() + " " + event.rows().orElse(-1))
                .containsExactly("1 false -1", "1 true 0", "2 false -1", "2 true 3");
        assertThat(events.get(0)).isInstanceOf(MigrationEvent.Started.class);
    }

    @Test
    void aTextWithoutAStatementDoesNothing() {
        fixture.run(TestMigration.sql(1, "-- nothing yet", "/* a /* nested */ comment */ ;", "", "CREATE TABLE t (id int)"));
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    @Test
    void aFailedMigrationRollsBackAndStopsTheRest() {
        List<MigrationEvent> events = fixture.run(
                TestMigration.sql(1, "CREATE TABLE t (id int)"),
                TestMigration.of(2, db -> {
                    db.execute("CREATE TABLE half (id int)");
                    db.execute("SELECT *\nFROM tt");
                }),
                TestMigration.sql(3, "CREATE TABLE never (id int)"));

        MigrationEvent.Failed failed = failure(events);
        assertThat(failed.version()).isEqualTo("2");
        assertThat(failed.rolledBack()).isTrue();
        assertThat(failed.problem().code()).isEqualTo("DIBS-0620");
        assertThat(failed.problem().category()).isEqualTo(Category.SQL);
        assertThat(failed.problem().message()).isEqualTo("relation \"tt\" does not exist");
        assertThat(failed.problem().statement()).contains("SELECT *\nFROM tt");
        assertThat(failed.problem().position()).hasValue(15);
        assertThat(failed.problem().sqlState()).contains("42P01");
        assertThat(failed.problem().location().orElseThrow()).matches("MigrationRunnerTest\\.java:\\d+");
        assertThat(summary(events).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(summary(events).pending()).containsExactly("2", "3");
        assertThat(fixture.history()).containsExactly("1 applied", "2 failed");
        assertThat(fixture.rows("SELECT to_regclass('half'), to_regclass('never')")).containsExactly("null null");
    }

    @Test
    void passesOnTheHintOfTheServer() {
        List<MigrationEvent> events = fixture.run(TestMigration.sql(1, "CREATE TABLE t (name text)", "SELECT nam FROM t"));
        assertThat(failure(events).problem().hint().orElseThrow()).contains("t.name");
    }

    @Test
    void tellsWhereInsideAStatementItWas() {
        List<MigrationEvent> events = fixture.run(TestMigration.sql(1, """
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$
                BEGIN
                  INSERT INTO tt VALUES (1);
                END $f$""", "DO $$ BEGIN PERFORM f(); END $$"));

        ServerContext context = failure(events).problem().context().orElseThrow();
        assertThat(context.query()).contains("INSERT INTO tt VALUES (1)");
        assertThat(context.position()).hasValue(13);
        assertThat(context.calls().orElseThrow().lines()).containsExactly(
                "PL/pgSQL function f() line 3 at SQL statement",
                "SQL statement \"SELECT f()\"",
                "PL/pgSQL function inline_code_block line 1 at PERFORM");
        assertThat(context.callsWithoutValues()).isEqualTo(context.calls());
    }

    @Test
    void aStatementThatNeedsNoExplanationHasNoContext() {
        assertThat(failure(fixture.run(TestMigration.sql(1, "SELECT * FROM tt"))).problem().context()).isEmpty();
    }

    @Test
    void aFailedMigrationIsAppliedOnceItIsMended() {
        fixture.run(TestMigration.sql(1, "CREATE TABEL t (id int)"));
        assertThat(fixture.history()).containsExactly("1 failed");
        fixture.run(TestMigration.sql(1, "CREATE TABLE t (id int)").withChecksum("mended"));
        assertThat(fixture.rows("SELECT version, state, checksum, error FROM __dibs_migrations"))
                .containsExactly("1 applied mended null");
    }

    @Test
    void whatTheCodeThrowsIsAFailureWithItsLine() {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE t (id int)");
            throw new IllegalStateException("no such luck");
        }));
        assertThat(failure(events).problem().message()).contains("IllegalStateException: no such luck");
        assertThat(failure(events).problem().location().orElseThrow()).startsWith("MigrationRunnerTest.java:");
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void aSwallowedFailureIsStillAFailure() {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE t (id int)");
            try {
                db.execute("SELECT 1/0");
            } catch (DibsException swallowed) {
                db.log("never mind");
            }
        }));
        assertThat(failure(events).problem().message()).isEqualTo("division by zero");
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void reactiveMigrationsRunAndFailWithTheirLine() {
        List<MigrationEvent> events = fixture.run(
                TestMigration.reactive(1, db -> db.execute("CREATE TABLE t (id int)")
                        .chain(() -> db.execute("INSERT INTO t VALUES ($1)", 7))
                        .chain(() -> db.query("SELECT id FROM t", row -> row.getInteger("id")))
                        .invoke(ids -> db.log("ids " + ids))),
                TestMigration.reactive(2, db -> db.execute("INSERT INTO t VALUES (8)")
                        .chain(() -> db.execute("SELECT 1/0"))));
        assertThat(logs(events)).contains("ids [7]");
        assertThat(failure(events).problem().message()).isEqualTo("division by zero");
        assertThat(failure(events).problem().location().orElseThrow()).matches("MigrationRunnerTest\\.java:\\d+");
        assertThat(fixture.rows("SELECT id FROM t")).containsExactly("7");
    }

    @Test
    void parametersKeepTheirTypes() {
        UUID uuid = UUID.randomUUID();
        OffsetDateTime time = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
        List<Object> read = new ArrayList<>();
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("""
                    CREATE TYPE mood AS ENUM ('ok', 'bad');
                    CREATE TABLE t (id bigint, name text, doc jsonb, tags text[], numbers int[], u uuid, at timestamptz,
                        amount numeric(10, 2), raw bytea, m mood, nothing text)
                    """);
            db.execute("INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", 5L, "it's",
                    "{\"a\": [1, \"x\"]}", new String[] { "a", "b" }, new int[] { 1, 2 }, uuid, time,
                    new java.math.BigDecimal("12.30"), new byte[] { 1, 2 }, "bad", null);
            db.query("SELECT * FROM t WHERE name = $1", row -> {
                for (String column : row.columnNames()) {
                    read.add(row.get(column));
                }
                return row;
            }, "it's");
            read.add(db.execute("SELECT doc->'a'->>1 FROM t").single().get(0));
        }));
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(read).containsExactly(5L, "it's", "{\"a\":[1,\"x\"]}", new String[] { "a", "b" }, new Integer[] { 1, 2 },
                uuid, time, new java.math.BigDecimal("12.30"), new byte[] { 1, 2 }, "bad", null, "x");
    }

    @Test
    void streamsWhatTheCodeLogsAndWhatTheServerSays() {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.log("by hand");
            Logger.getLogger("org.acme").info("through the logger");
            db.execute("DO $$ BEGIN RAISE NOTICE 'from the server'; END $$");
            db.progress(3, 10);
        }));
        assertThat(logs(events)).contains("by hand", "through the logger", "from the server");
        assertThat(only(events, MigrationEvent.Progress.class)).extracting(MigrationEvent.Progress::done).containsExactly(3L);
    }

    @Test
    void toAndOnlyChooseWhatIsApplied() {
        TestMigration[] all = { TestMigration.sql(1, "CREATE TABLE a ()"), TestMigration.sql(2, "CREATE TABLE b ()"),
                TestMigration.sql(3, "CREATE TABLE c ()") };
        assertThat(summary(fixture.run(RunOptions.defaults().withTo("01"), all)).applied()).containsExactly("1");
        List<MigrationEvent> only = fixture.run(RunOptions.defaults().withOnly("3"), all);
        assertThat(summary(only).applied()).containsExactly("3");
        assertThat(summary(only).pending()).containsExactly("2");
        assertThatThrownBy(() -> fixture.run(all)).isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0603");
        assertThat(summary(fixture.run(RunOptions.defaults().withOutOfOrder(true), all)).applied()).containsExactly("2");
        assertThatThrownBy(() -> fixture.run(RunOptions.defaults().withTo("77"), all)).hasMessageContaining("DIBS-0602");
    }

    @Test
    void twoMigrationsOfOneVersionAreRefused() {
        assertThatThrownBy(() -> fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(1, "SELECT 2")))
                .hasMessageContaining("DIBS-0601");
    }

    @Test
    void aDryRunLeavesNothingBehindAndSaysWhatItCouldNotTry() {
        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withDryRun(true),
                TestMigration.sql(1, "CREATE TABLE a (id int)"), TestMigration.sql(2, "INSERT INTO a VALUES (1)"),
                TestMigration.sql(3, "CREATE INDEX CONCURRENTLY i ON a (id)").withoutTransaction(),
                TestMigration.sql(4, "SELECT 1"), TestMigration.sql(5, "DROP INDEX i"), TestMigration.sql(6, "SELECT 1"));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(summary(events).applied()).isEmpty();
        assertThat(summary(events).tried()).containsExactly("1", "2", "3", "4");
        assertThat(summary(events).pending()).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(summary(events).warnings()).containsExactly(
                "5 Step5 could not be tried to its end, as something before it was not: index \"i\" does not exist",
                "6 Step6 was not tried: it comes after 5",
                "not tried: statement 1 of 3 can only run outside a transaction");
        assertThat(only(events, MigrationEvent.Finished.class)).hasSize(4);
        assertThat(fixture.rows("SELECT to_regclass('a'), to_regclass('__dibs_migrations')")).containsExactly("null null");
    }

    @Test
    void aDryRunTriesOneBatchOfABackfillAndSaysWhatAllWillTake() {
        fixture.database.run("CREATE TABLE a (id int PRIMARY KEY, v int)");
        fixture.database.run("INSERT INTO a SELECT i, NULL FROM generate_series(1, 2500) i");
        TestMigration fill = TestMigration.of(1, db -> db.backfill("a.v").over("a", "id")
                .run("UPDATE a SET v = 7 WHERE id > :after AND id <= :upTo")).withoutTransaction();
        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withDryRun(true), fill,
                TestMigration.sql(2, "ALTER TABLE a ALTER v SET NOT NULL"));
        assertThat(only(events, MigrationEvent.Log.class)).extracting(MigrationEvent.Log::message)
                .anyMatch(
                        text -> text.matches("backfill \"a.v\": about 2,500 rows in 3 batches of 1,000; the first took \\d+ ms,"
                                + " so about \\d+ s in all"));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(summary(events).tried()).containsExactly("1");
        assertThat(summary(events).warnings()).hasSize(2).anyMatch(text -> text.contains("contains null values"))
                .contains("not tried: all but one batch of backfill \"a.v\" of 1");
        assertThat(fixture.rows("SELECT count(v) FROM a")).containsExactly("0");
        assertThat(fixture.rows("SELECT to_regclass('__dibs_backfills')")).containsExactly("null");

        fixture.run(fill);
        List<MigrationEvent> again = fixture.run(RunOptions.defaults().withDryRun(true), fill,
                TestMigration.sql(2, "ALTER TABLE a ALTER v SET NOT NULL"));
        assertThat(summary(again).warnings()).isEmpty();
        assertThat(summary(again).tried()).containsExactly("2");
    }

    @Test
    void aDryRunSendsNothingThatWouldMakeItStand() {
        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withDryRun(true),
                TestMigration.sql(1, "CREATE TABLE a ()", "SELECT 1; COMMIT"));
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0637");
        assertThat(failure(events).rolledBack()).isTrue();
        assertThat(fixture.rows("SELECT to_regclass('a'), to_regclass('__dibs_migrations')")).containsExactly("null null");
        assertThat(fixture.rows("SELECT FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
    }

    @Test
    void aDryRunOnAHistoryKeepsItAsItIs() {
        fixture.run(TestMigration.sql(1, "CREATE TABLE a (id int)"));
        List<String> before = fixture.rows("SELECT * FROM __dibs_migrations");
        List<String> log = fixture.rows("SELECT * FROM __dibs_log");
        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withDryRun(true),
                TestMigration.sql(1, "CREATE TABLE a (id int)"), TestMigration.sql(2, "INSERT INTO a VALUES (1)"),
                TestMigration.sql(3, "SELECT 1/0"));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(summary(events).tried()).containsExactly("2");
        assertThat(fixture.rows("SELECT * FROM a")).isEmpty();
        assertThat(fixture.rows("SELECT * FROM __dibs_migrations")).isEqualTo(before);
        assertThat(fixture.rows("SELECT * FROM __dibs_log")).isEqualTo(log);
    }

    @Test
    void aMigrationThatCommitsByItselfIsNotTakenForApplied() {
        List<MigrationEvent> events = fixture.run(TestMigration.sql(1, "CREATE TABLE t ()", "COMMIT", "CREATE TABLE u ()"));
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0636");
        assertThat(failure(events).rolledBack()).isFalse();
        assertThat(fixture.history()).containsExactly("1 failed");
    }

    @Test
    void aContextThatIsUsedAfterwardsRefuses() {
        List<io.quarkiverse.dibs.MigrationContext> kept = new ArrayList<>();
        fixture.run(TestMigration.of(1, kept::add));
        assertThatThrownBy(() -> kept.get(0).execute("SELECT 1")).hasMessageContaining("DIBS-0633");
    }

    @Test
    void whatAMigrationSetsDoesNotReachTheNext() {
        List<String> seen = new ArrayList<>();
        fixture.run(TestMigration.sql(1, "SET lock_timeout = 0", "SET search_path = pg_catalog"),
                TestMigration.of(2, db -> {
                    seen.add(db.execute("SHOW lock_timeout").single().getString(0));
                    seen.add(db.execute("SHOW search_path").single().getString(0));
                }));
        assertThat(seen).containsExactly("2s", "public");
    }

    @Test
    void changedMigrationsAreWarnedAboutAndThoseOfNewerCodeToo() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1"));
        List<MigrationEvent> events = fixture.run(TestMigration.sql(1, "SELECT 1").withChecksum("other"));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(summary(events).warnings()).hasSize(2);
    }

    @Test
    void aMigrationThatTheCodeHasLostStopsARunUntilThatIsAllowed() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1"));
        TestMigration[] code = { TestMigration.sql(2, "SELECT 1"), TestMigration.sql(3, "SELECT 1") };
        assertThatThrownBy(() -> fixture.run(code)).isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0660");
        assertThat(fixture.history()).hasSize(2);

        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withMissing(true), code);
        assertThat(summary(events).applied()).containsExactly("3");
        assertThat(summary(events).warnings()).containsExactly("1 Step1: the code does not have it");
    }
}
