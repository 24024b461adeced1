package io.quarkiverse.dibs.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDefaultsTest {

    /** Below a millisecond Postgres would understand that there is no end. */
    @ParameterizedTest
    @ValueSource(strings = { "PT-1S", "PT0.0005S", "P40D" })
    void aTimeThatCannotBeWaitedIsRefusedByItsName(Duration time) {
        assertThatThrownBy(() -> RunDefaults.of(config(time, Duration.ofSeconds(2), Duration.ofSeconds(30)), "1"))
                .hasMessageContaining("DIBS-0708").hasMessageContaining("quarkus.dibs.lock-wait");
        assertThatThrownBy(() -> RunDefaults.of(config(Duration.ZERO, time, Duration.ofSeconds(30)), "1"))
                .hasMessageContaining("DIBS-0708").hasMessageContaining("quarkus.dibs.lock-timeout");
        assertThatThrownBy(() -> RunDefaults.of(config(Duration.ZERO, Duration.ofSeconds(2), time), "1"))
                .hasMessageContaining("DIBS-0708").hasMessageContaining("quarkus.dibs.statement-timeout");
    }

    @Test
    void onlyWaitingForALockHasAlwaysAnEnd() {
        assertThatThrownBy(() -> RunDefaults.of(config(Duration.ZERO, Duration.ZERO, Duration.ZERO), "1"))
                .hasMessageContaining("DIBS-0708").hasMessageContaining("quarkus.dibs.lock-timeout");
        assertThat(RunDefaults.of(config(Duration.ZERO, Duration.ofMillis(1), Duration.ZERO), "1").statementTimeout())
                .isZero();
    }

    private static DibsConfig config(Duration lockWait, Duration lockTimeout, Duration statementTimeout) {
        return new Modules.Defaults() {
            @Override
            public Duration lockWait() {
                return lockWait;
            }

            @Override
            public Duration lockTimeout() {
                return lockTimeout;
            }

            @Override
            public Duration statementTimeout() {
                return statementTimeout;
            }
        };
    }
}
