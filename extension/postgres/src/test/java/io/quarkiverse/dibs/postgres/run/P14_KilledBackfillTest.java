package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A backfill whose process is killed ten times: every row is changed once, and hardly any work is done twice. */
class P14_KilledBackfillTest {

    private static final int KILLS = 10;

    @Test
    void everyRowIsChangedOnceHoweverOftenTheProcessIsKilled() throws Exception {
        Cases cases = Cases.of(P14_KilledBackfillTest.class);
        int rows = cases.number(5_000_000);
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
            fixture.database.run("INSERT INTO t SELECT i * 7 FROM generate_series(1, " + rows + ") i");
            fixture.database.run("VACUUM ANALYZE t");
            int killed = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                long seen = (long) rows * kill / (KILLS + 1);
                Process child = ChildRunner.start(fixture.database.url(), "backfill");
                while (seen(fixture) < seen && child.isAlive()) {
                    Thread.onSpinWait();
                }
                killed += child.isAlive() ? 1 : 0;
                child.destroyForcibly().waitFor();
            }
            assertThat(ChildRunner.start(fixture.database.url(), "backfill").waitFor()).isZero();

            assertThat(killed).isEqualTo(KILLS);
            assertThat(fixture.rows("SELECT count(*), min(n), max(n) FROM t")).containsExactly(rows + " 1 1");
            assertThat(fixture.rows("SELECT rows_seen, rows_changed, finished_at IS NOT NULL FROM __dibs_backfills"))
                    .containsExactly(rows + " " + rows + " true");
            // what was rolled back counts too; sessions tell it when they end
            long work = 0;
            while (work < rows) {
                work = Long.parseLong(fixture.rows("SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 't'").get(0));
            }
            assertThat(work).isLessThanOrEqualTo(rows + rows / 20);
            cases.ran(killed, "kills in a backfill of " + rows + " rows, of which " + (work - rows) + " were changed in vain");
        }
    }

    private static long seen(RunnerFixture fixture) {
        if (fixture.rows("SELECT to_regclass('__dibs_backfills')").contains("null")) {
            return 0;
        }
        return Long.parseLong(fixture.rows("SELECT coalesce(max(rows_seen), 0) FROM __dibs_backfills").get(0));
    }
}
