package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.Literals;

/** Names and texts that would do harm, or would be changed, if they were not taken as what they are. */
class P11_IdentifiersTest {

    private static final List<String> NAMES = List.of("plain", "select", "User", "two words", "a.b", "q\"uote", "it's", "$1",
            "1st", "back\\slash", "\";drop table victim;--", "{migrations}", "%s", "\u00e9", "e\u0301", "\ud83d\ude00",
            "\u05d0\u05d1", "x".repeat(63), "\u00e9".repeat(31));

    @Test
    void everyNameIsCreatedAndDroppedAsItIs() {
        try (TestDatabase present = TestDatabase.of(18); TestDatabase wanted = TestDatabase.of(18)) {
            for (String name : NAMES) {
                String quoted = '"' + name.replace("\"", "\"\"") + '"';
                wanted.run("CREATE SCHEMA " + quoted);
                wanted.run("CREATE TABLE " + quoted + "." + quoted + " (" + quoted + " int PRIMARY KEY)");
                wanted.run("COMMENT ON COLUMN " + quoted + "." + quoted + "." + quoted + " IS " + Literals.string(name));
            }
            String names = "SELECT string_agg(relname, ' ' ORDER BY relname COLLATE \"C\") FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace > 16383";
            assertThat(PlanFixture.apply(PlanFixture.plan(present.url(), wanted.url()), present.url(), List.of()).outcome())
                    .isEqualTo(ApplyReport.Outcome.DONE);
            assertThat(present.text(names)).isEqualTo(wanted.text(names));
            try (TestDatabase empty = TestDatabase.of(18)) {
                assertThat(PlanFixture.apply(PlanFixture.plan(present.url(), empty.url()), present.url(),
                        PlanFixture.ALL_HAZARDS).outcome()).isEqualTo(ApplyReport.Outcome.DONE);
            }
            System.out.println("P11_IdentifiersTest: " + NAMES.size() + " names in three places");
        }
    }

    @Test
    void theHistoryLivesInASchemaOfAnyName() {
        for (String name : NAMES) {
            try (RunnerFixture fixture = new RunnerFixture(18)) {
                fixture.database.run("CREATE TABLE victim ()");
                var events = RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX, fixture.database.url(),
                        new HistoryTables(name), Map.of()).start(
                                List.of(TestMigration.sql(1, "CREATE TABLE t ()"),
                                        TestMigration.sql(2, "SELECT 1").withoutTransaction()),
                                RunOptions.defaults()));
                assertThat(summary(events).outcome()).as(name).isEqualTo(Outcome.DONE);
                assertThat(fixture.rows("SELECT count(*) FROM pg_tables WHERE schemaname = " + Literals.string(name)))
                        .containsExactly(String.valueOf(HistoryTables.names().size() + 1));
                assertThat(fixture.rows("SELECT to_regclass('public.victim')")).containsExactly("victim");
            }
        }
    }

    @Test
    void aBackfillWalksThroughATableOfAnyName() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            for (int i = 0; i < NAMES.size(); i++) {
                String quoted = Identifiers.quote(NAMES.get(i));
                fixture.database.run("CREATE TABLE " + quoted + " (" + quoted + " int PRIMARY KEY, n int DEFAULT 0)");
                fixture.database.run("INSERT INTO " + quoted + " SELECT generate_series(1, 5)");
                String key = NAMES.get(i);
                var events = fixture.run(RunOptions.defaults().withMissing(true), TestMigration
                        .of(i + 1, db -> db.backfill("b").over(quoted, key).batchesOf(2)
                                .run("UPDATE " + quoted + " SET n = n + 1 WHERE " + quoted + " > :after AND " + quoted
                                        + " <= :upTo"))
                        .withoutTransaction());
                assertThat(summary(events).outcome()).as(key + " " + events).isEqualTo(Outcome.DONE);
                assertThat(fixture.rows("SELECT sum(n) FROM " + quoted)).containsExactly("5");
            }
        }
    }

    @Test
    void whatPostgresWouldCutOffOrNotTakeIsRefused() {
        assertThat(Identifiers.fits("x".repeat(63))).isTrue();
        assertThat(Identifiers.fits("x".repeat(64))).isFalse();
        // bytes count, not characters
        assertThat(Identifiers.fits("\u00e9".repeat(32))).isFalse();
        assertThatThrownBy(() -> Identifiers.quote("a\0b")).hasMessageContaining("DIBS-0152");
        assertThatThrownBy(() -> Literals.string("a\0b")).hasMessageContaining("DIBS-0153");
    }

    @Test
    void namesThatAreMadeStayApartWhenTheyAreShortened() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String name = Identifiers.shorten("idx_" + "\u00e9".repeat(40) + i);
            assertThat(Identifiers.bytes(name)).isLessThanOrEqualTo(Identifiers.MAX_BYTES);
            assertThat(made.add(name)).as(name).isTrue();
        }
    }

    @Test
    void aTextWithBackslashesIsTheSameWhateverTheRoleHasSet() {
        try (RunnerFixture fixture = new RunnerFixture(18); TestDatabase wanted = TestDatabase.of(18)) {
            fixture.database.run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off',"
                    + " current_database()); END $$");
            wanted.run("CREATE TABLE t (v text DEFAULT 'a\\nb\\''c')".replace("\\''", "\\\\''"));
            assertThat(PlanFixture.apply(PlanFixture.plan(fixture.database.url(), wanted.url()), fixture.database.url(),
                    List.of()).outcome()).isEqualTo(ApplyReport.Outcome.DONE);
            String stored = "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef";
            try (PgSession strict = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
                strict.run("SET standard_conforming_strings = on");
                assertThat(strict.run(stored).iterator().next().getString(0)).isEqualTo(wanted.text(stored));
            }
        }
    }
}
