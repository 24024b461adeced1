package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleTimeTest {

    private final IdleTime time = new IdleTime(20);

    @Test
    void theTimeFromLookToLookCounts() {
        assertThat(time.idles(-5)).isZero();
        assertThat(time.idles(5)).isEqualTo(10);
        assertThat(time.idles(20)).isEqualTo(25);
    }

    @Test
    void whatWorksBeginsAnew() {
        time.idles(0);
        time.idles(10);
        time.works();
        assertThat(time.idles(11)).isZero();
        assertThat(time.idles(12)).isOne();
    }

    /** Two looks around the sleep of the machine are as good as two that followed each other late. */
    @Test
    void aMachineThatWasSuspendedHasNotLooked() {
        time.idles(0);
        assertThat(time.idles(3_600_000_000_000L)).isEqualTo(20);
    }
}
