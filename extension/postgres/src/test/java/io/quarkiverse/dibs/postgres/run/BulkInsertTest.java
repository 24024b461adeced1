package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.smallrye.mutiny.Uni;

class BulkInsertTest {

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(15);
        fixture.database.run("CREATE SCHEMA odd");
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    private enum Mood {
        GOOD
    }

    @Test
    void aValueOfEveryTypeArrivesAsItIs() {
        UUID uuid = UUID.fromString("00000000-0000-0000-0000-000000000001");
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TYPE mood AS ENUM ('GOOD')");
            db.execute(
                    """
                            CREATE TABLE odd."Every" (id int GENERATED ALWAYS AS IDENTITY, "a ""b" text, n numeric, big bigint, f float8,
                                b boolean, raw bytea, u uuid, d date, t timestamptz, i interval, m mood, js jsonb, plain json,
                                tags text[], grid int[][], gone text DEFAULT 'default', nothing text)
                            """);
            db.insert("odd.\"Every\"",
                    List.of("a \"b", "n", "big", "f", "b", "raw", "u", "d", "t", "i", "m", "js", "plain", "tags",
                            "grid", "nothing"),
                    List.<Object[]> of(new Object[] { "it's \"é\" \\ \n表\ud83d\ude00",
                            new BigDecimal("12345678901234567890.123456789"), Long.MAX_VALUE, Double.NaN, true,
                            new byte[] { 0, -1 },
                            uuid, LocalDate.of(2026, 1, 2), Instant.parse("2026-01-02T03:04:05.678901Z"),
                            Duration.ofMinutes(90),
                            Mood.GOOD, "{\"a\": [1.10, null]}", "[1,   2]", List.of("x,y", "{z}"),
                            new int[][] { { 1, 2 }, { 3, 4 } },
                            null }));
        }), TestMigration.sql(2, "SET timezone = 'UTC'"));

        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT \"a \"\"b\", n::text, big, f::text, b, raw::text, u::text, d::text,"
                + " (t AT TIME ZONE 'UTC')::text, i::text, m::text, js::text, plain::text, tags::text, grid::text, gone, nothing,"
                + " id FROM odd.\"Every\"")).containsExactly("it's \"é\" \\ \n表\ud83d\ude00 12345678901234567890.123456789"
                        + " 9223372036854775807 NaN true \\x00ff 00000000-0000-0000-0000-000000000001 2026-01-02"
                        + " 2026-01-02 03:04:05.678901 01:30:00 GOOD {\"a\": [1.10, null]} [1,   2] {\"x,y\",\"{z}\"} {{1,2},{3,4}}"
                        + " default null 1");
    }

    @Test
    void manyRowsGoInFewStatements() {
        long[] inserted = new long[2];
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE many (id int, name text)");
            inserted[0] = db.insert("many", List.of("id", "name"), rows(25_001));
            inserted[1] = db.insert("many", List.of("id"), List.of());
        }), TestMigration.reactive(2, db -> db.insert("many", List.of("id", "name"), rows(3))
                .flatMap(count -> db.execute("INSERT INTO many VALUES ($1, 'counted')", count.intValue()))));

        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(inserted).containsExactly(25_001, 0);
        assertThat(fixture.rows("SELECT count(*), count(DISTINCT id), sum(id) FROM many WHERE name <> 'counted'"))
                .containsExactly("25004 25001 " + (25_001L * 25_000 / 2 + 3));
        assertThat(fixture.rows("SELECT id FROM many WHERE name = 'counted'")).containsExactly("3");
        assertThat(only(events, MigrationEvent.Statement.class).stream()
                .filter(event -> event.done() && event.version().equals("1") && event.sql().startsWith("INSERT"))).hasSize(3);
    }

    private static Iterable<Object[]> rows(int count) {
        return () -> IntStream.range(0, count).mapToObj(i -> new Object[] { i, "name " + i }).iterator();
    }

    @Test
    void aRowThatDoesNotFitIsRefusedWithItsPlaceAndWithoutItsValues() {
        assertThat(refusal("{\"secret\"")).contains("DIBS-0681", "row 2", "not JSON").doesNotContain("secret");
        assertThat(refusal("1}, {\"id\": 7")).contains("DIBS-0681", "row 2");
        assertThat(refusal("1", "too many")).contains("DIBS-0681", "row 2 has 2 values for 1 columns");
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    private String refusal(Object... second) {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE t (js jsonb)");
            db.insert("t", List.of("js"), List.of(new Object[] { "1" }, second));
        }));
        MigrationEvent.Failed failed = only(events, MigrationEvent.Failed.class).get(0);
        assertThat(failed.problem().location().orElseThrow()).matches("BulkInsertTest\\.java:\\d+");
        return failed.problem().code() + " " + failed.problem().message();
    }

    @Test
    void aSavepointUndoesWhatFailedAndNothingElse() {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE t (id int PRIMARY KEY)");
            int answer = db.savepoint(() -> {
                db.execute("INSERT INTO t VALUES (1)");
                return 42;
            });
            try {
                db.savepoint(() -> {
                    db.execute("INSERT INTO t VALUES (2)");
                    db.savepoint(() -> db.execute("INSERT INTO t VALUES (3)"));
                    db.execute("INSERT INTO t VALUES (1)");
                });
            } catch (RuntimeException expected) {
                db.execute("INSERT INTO t VALUES ($1)", answer);
            }
        }), TestMigration.reactive(2, db -> db.savepoint(() -> db.execute("INSERT INTO t VALUES (1)"))
                .onFailure().recoverWithUni(failure -> db.execute("INSERT INTO t VALUES (5)"))
                .flatMap(done -> db.savepoint(() -> Uni.createFrom().item(6)))
                .flatMap(six -> db.execute("INSERT INTO t VALUES ($1)", six))));

        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT id FROM t ORDER BY 1")).containsExactly("1", "5", "6", "42");
        assertThat(fixture.history()).containsExactly("1 applied", "2 applied");
    }

    @Test
    void whatNobodyCatchesFailsTheMigration() {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE t (id int)");
            db.savepoint(() -> db.execute("SELECT nothing"));
        }));
        MigrationEvent.Failed failed = only(events, MigrationEvent.Failed.class).get(0);
        assertThat(failed.problem().sqlState()).contains("42703");
        assertThat(failed.rolledBack()).isTrue();
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void withoutATransactionThereIsNoSavepoint() {
        List<MigrationEvent> events = fixture.run(
                TestMigration.of(1, db -> db.savepoint(() -> db.execute("SELECT 1"))).withoutTransaction());
        assertThat(only(events, MigrationEvent.Failed.class).get(0).problem().code()).isEqualTo("DIBS-0680");
    }
}
