package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkiverse.dibs.spi.MigrationInvoker;

/**
 * Migrations of every kind that a runner treats in a way of its own, on a database made ready for them. Each leaves a trace
 * that
 * tells how many times it was done.
 */
final class Workload {

    private Workload() {
    }

    static void prepare(RunnerFixture fixture) {
        fixture.database.run("""
                CREATE TABLE t (id int PRIMARY KEY, v int, w int, n int NOT NULL DEFAULT 0);
                INSERT INTO t (id, v, w) SELECT i, i % 7, i FROM generate_series(1, 40) i;
                CREATE INDEX old ON t (n);
                CREATE TABLE done (step int);
                CREATE TABLE made_before (id int);
                CREATE TABLE p (id int) PARTITION BY RANGE (id);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10)
                """);
    }

    static List<MigrationInvoker> migrations() {
        return List.of(
                TestMigration.sql(1, "CREATE TABLE made (id int)", "INSERT INTO done VALUES (1)"),
                TestMigration.of(2, db -> {
                    db.execute("INSERT INTO done VALUES ($1)", 2);
                    db.execute("CREATE INDEX CONCURRENTLY t_v ON t (v)");
                    db.execute("INSERT INTO done VALUES (3)");
                    db.execute("CREATE INDEX CONCURRENTLY ON t (w)");
                    db.execute("DROP INDEX CONCURRENTLY old");
                    db.execute("REINDEX INDEX CONCURRENTLY t_v");
                    db.execute("ALTER TABLE public.p DETACH PARTITION public.p_1 CONCURRENTLY");
                    db.execute("INSERT INTO done VALUES (4)");
                    db.execute("VACUUM t");
                }).withoutTransaction(),
                TestMigration.of(3, db -> db.backfill("counts").over("t", "id").batchesOf(10)
                        .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo")).withoutTransaction(),
                TestMigration.sql(4, "ALTER TABLE made ADD COLUMN x int", "INSERT INTO done VALUES (5)"));
    }

    static MigrationInvoker[] all() {
        return migrations().toArray(MigrationInvoker[]::new);
    }

    /** Whether each was done, and done once, with nothing left over. */
    static void assertDone(RunnerFixture fixture, String when) {
        assertThat(fixture.rows("SELECT step FROM done ORDER BY 1")).as("statements done, %s", when)
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(fixture.rows("SELECT DISTINCT n FROM t")).as("how many times each row was changed, %s", when)
                .containsExactly("1");
        assertThat(fixture.rows("SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE i.indrelid = 't'::regclass ORDER BY 1")).as("indexes, %s", when)
                .containsExactly("t_pkey true", "t_v true", "t_w_idx true");
        assertThat(fixture.rows("SELECT count(*) FROM pg_inherits WHERE inhparent = 'p'::regclass"))
                .as("partitions, %s", when).containsExactly("0");
        assertThat(fixture.history()).as("history, %s", when)
                .containsExactly("1 applied", "2 applied", "3 applied", "4 applied");
        assertThat(fixture.rows("SELECT count(*) FROM __dibs_migrations WHERE intent_digest IS NOT NULL"
                + " OR transactional AND applied_statements <> 2")).as("the rows of the history, %s", when)
                .containsExactly("0");
    }
}
