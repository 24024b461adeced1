package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final ProgressLines lines = new ProgressLines();

    @Test
    void aHundredLinesAreEnoughForAnyNumberOfRows() {
        long printed = LongStream.rangeClosed(1, 2_000).filter(batch -> worth("names", batch * 500, 1_000_000)).count();
        assertThat(printed).isBetween(100L, 102L);
        assertThat(worth("names", 1_000_000, 1_000_000)).as("the end is always told").isTrue();
    }

    @Test
    void withoutATotalEachLineIsTwiceAsFar() {
        assertThat(LongStream.rangeClosed(1, 1_000).filter(done -> worth("rows", done, 0)).count()).isEqualTo(10);
    }

    @Test
    void anotherPieceOfWorkBeginsAnew() {
        assertThat(worth("a: scanning", 50, 100)).isTrue();
        assertThat(worth("a: scanning", 50, 100)).isFalse();
        assertThat(worth("a: sorting", 50, 100)).isTrue();
        assertThat(worth("a: sorting", 1, 100)).isTrue();
    }

    private boolean worth(String label, long done, long total) {
        return lines.isWorthALine(new MigrationEvent.Progress("1", label, done, total, 0, OptionalLong.empty()));
    }
}
