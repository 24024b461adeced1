package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackfillEstimateTest {

    @Test
    void itCountsBatchesAndTime() {
        assertThat(BackfillEstimate.of("x", 5_000_000, 0, 1_000, 1_000, 12))
                .isEqualTo("backfill \"x\": about 5,000,000 rows in 5,000 batches of 1,000; the first took 12 ms, so about 60 s"
                        + " in all");
        assertThat(BackfillEstimate.of("x", 5_000_000, 1_000_000, 1_000, 1_000, 300)).endsWith(
                "about 4,000,000 rows behind the 1,000,000 that are done in 4,000 batches of 1,000; the first took 300 ms,"
                        + " so about 20 min in all");
        assertThat(BackfillEstimate.of("x", 500_000_000, 0, 1_000, 1_000, 100)).endsWith("so about 14 h in all");
    }

    @Test
    void aLastBatchIsCountedExactly() {
        assertThat(BackfillEstimate.of("x", 9_999, 0, 1_000, 1, 2))
                .isEqualTo("backfill \"x\": 1 row in one batch, which took 2 ms");
        assertThat(BackfillEstimate.of("x", 9_999, 9_000, 1_000, 70, 2))
                .isEqualTo("backfill \"x\": 70 rows behind the 9,000 that are done in one batch, which took 2 ms");
        assertThat(BackfillEstimate.of("x", 0, 0, 1_000, 0, 2)).isEqualTo("backfill \"x\": there are no rows");
        assertThat(BackfillEstimate.of("x", 10, 10, 1_000, 0, 2)).isEqualTo("backfill \"x\": no rows are left");
        // the statistics are old
        assertThat(BackfillEstimate.of("x", 10, 10, 1_000, 1_000, 2)).contains("about 1,000 rows", "in 1 batch of");
    }
}
