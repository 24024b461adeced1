package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class P14_BackfillTest {

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
    void walksThroughTheTableInBatchesAndTellsHowFarItIs() {
        fixture.database.run("CREATE TABLE t (id bigint PRIMARY KEY, n int)");
        fixture.database.run("INSERT INTO t SELECT i * 3, 0 FROM generate_series(-500, 1999) i");
        List<Long> changed = new ArrayList<>();
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> changed.add(db.backfill("ones").over("t", "id")
                .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo"))).withoutTransaction());
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(changed).containsExactly(2_500L);
        assertThat(fixture.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 2500");
        assertThat(only(events, MigrationEvent.Progress.class)).extracting(MigrationEvent.Progress::done)
                .containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(only(events, MigrationEvent.Progress.class)).extracting(MigrationEvent.Progress::total)
                .containsOnly(2_500L);
        assertThat(fixture.rows("SELECT batches, rows_seen, rows_changed, checkpoint, finished_at IS NOT NULL"
                + " FROM __dibs_backfills")).hasSize(1).first().asString().startsWith("3 2500 2500 ").endsWith(" true");
    }

    @Test
    void walksAlongAKeyOfSeveralColumnsOfAnyType() {
        fixture.database.run("CREATE TABLE t (at timestamptz, name text, u uuid, n int DEFAULT 0, PRIMARY KEY (at, name, u))");
        fixture.database.run("INSERT INTO t SELECT '2026-01-01'::timestamptz + (i % 7) * interval '1 hour', 'it''s ' || i % 11,"
                + " md5(i::text)::uuid FROM generate_series(1, 1000) i");
        List<MigrationEvent> events = fixture.run(TestMigration.reactive(1,
                db -> db.backfill("odd").over("t", "at", "name", "u")
                        .batchesOf(37)
                        .run("UPDATE t SET n = n + 1 -- not > :after\nWHERE (at, name, u) > :after AND (at, name, u) <= :upTo"
                                + " AND name <> ':upTo'"))
                .withoutTransaction());
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 1000");
    }

    @Test
    void aBackfillWhoseBackendDiesGoesOnWhereItStoodAndChangesEachRowOnce() {
        fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0)");
        fixture.database.run("INSERT INTO t SELECT generate_series(1, 1000)");
        fixture.database.run("CREATE TABLE deaths (id serial)");
        // dies twice, after rows of a batch are changed and before that is committed
        fixture.database.run("""
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.id IN (350, 750) AND nextval('deaths_id_seq') % 2 = 1 THEN
                        PERFORM pg_terminate_backend(pg_backend_pid());
                    END IF;
                    RETURN NEW;
                END $$
                """);
        fixture.database.run("CREATE TRIGGER die AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION die()");
        TestMigration migration = TestMigration.of(1, db -> {
            db.execute("CREATE TABLE beside ()");
            db.backfill("ones").over("t", "id").batchesOf(100)
                    .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo");
        }).withoutTransaction();

        List<MigrationEvent> first = fixture.run(migration);
        assertThat(failure(first).problem().code()).isEqualTo("DIBS-0623");
        assertThat(fixture.rows("SELECT rows_seen FROM __dibs_backfills")).containsExactly("300");
        List<MigrationEvent> second = fixture.run(migration);
        assertThat(summary(second).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(fixture.rows("SELECT rows_seen FROM __dibs_backfills")).containsExactly("700");
        List<MigrationEvent> third = fixture.run(migration);

        assertThat(summary(third).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fixture.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 1000");
        assertThat(fixture.rows("SELECT batches FROM __dibs_backfills")).containsExactly("10");
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    @Test
    void aBackfillInATransactionIsRefusedWithTheWayOut() {
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> db.backfill("x")));
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0640");
        assertThat(failure(events).problem().remedy().orElseThrow()).contains("@Migration(transactional = false)");
        assertThat(failure(events).problem().location().orElseThrow()).startsWith("P14_BackfillTest.java:");
    }

    @Test
    void whatCannotBeWalkedThroughIsRefused() {
        fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, maybe int)");
        assertThat(problemOf("t", "nope", "UPDATE t SET maybe = 1 WHERE id > :after AND id <= :upTo"))
                .contains("no column nope");
        assertThat(problemOf("t", "maybe", "UPDATE t SET maybe = 1 WHERE id > :after AND id <= :upTo")).contains("may be null");
        assertThat(problemOf("t", "id", "UPDATE t SET maybe = 1")).contains("must keep to its batch");
        assertThat(problemOf("t", "id", "UPDATE t SET maybe = 1 WHERE id >= :after AND id <= :upTo"))
                .contains("must keep to its batch");
        assertThat(problemOf("none", "id", "UPDATE t SET maybe = 1 WHERE id > :after AND id <= :upTo"))
                .contains("relation \"none\" does not exist");
    }

    private String problemOf(String table, String column, String sql) {
        return failure(fixture.run(TestMigration.of(1, db -> db.backfill(sql).over(table, column).run(sql))
                .withoutTransaction())).problem().message();
    }
}
