package io.quarkiverse.dibs.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.report.MigrationEvent;

class RunLogTest {

    private final RunLog log = new RunLog();

    /** What one follower heard. */
    private static final class Heard implements RunLog.Follower {
        private final List<MigrationEvent> events = new ArrayList<>();
        private final List<Throwable> ends = new ArrayList<>();

        @Override
        public void event(MigrationEvent event) {
            events.add(event);
        }

        @Override
        public void end(Throwable failure) {
            ends.add(failure);
        }
    }

    @Test
    void whoComesLateHearsTheSameAndOfProgressTheLatest() {
        Heard early = new Heard();
        log.follow(early);
        log.add(started(1));
        log.add(progress("a", 1));
        log.add(progress("a", 2));
        log.add(progress("b", 1));
        Heard late = new Heard();
        log.follow(late);
        log.add(progress("b", 2));
        log.end(null);
        Heard last = new Heard();
        log.follow(last);

        assertThat(early.events).containsExactly(started(1), progress("a", 1), progress("a", 2), progress("b", 1),
                progress("b", 2));
        assertThat(late.events).containsExactly(started(1), progress("a", 2), progress("b", 1), progress("b", 2));
        assertThat(last.events).containsExactly(started(1), progress("a", 2), progress("b", 2));
        assertThat(List.of(early.ends, late.ends, last.ends))
                .allSatisfy(ends -> assertThat(ends).containsExactly((Throwable) null));
    }

    @Test
    void aRunThatCouldNotBeginTellsEveryoneWhy() {
        IllegalStateException cause = new IllegalStateException();
        log.end(cause);
        Heard late = new Heard();
        log.follow(late);
        assertThat(late.ends).containsExactly(cause);
    }

    @Test
    void aVeryLongRunForgetsWordsAndKeepsItsMigrations() {
        log.add(started(1));
        for (int i = 0; i < RunLog.KEPT + 5; i++) {
            log.add(new MigrationEvent.Log("1", "INFO", "app", "word " + i));
        }
        log.add(started(2));
        Heard late = new Heard();
        log.follow(late);
        assertThat(late.events).hasSize(RunLog.KEPT).startsWith(started(1)).endsWith(started(2))
                .doesNotContain(new MigrationEvent.Log("1", "INFO", "app", "word 0"));
    }

    private static MigrationEvent started(int number) {
        return new MigrationEvent.Started(String.valueOf(number), "m", number, 2, true);
    }

    private static MigrationEvent progress(String label, long done) {
        return new MigrationEvent.Progress("1", label, done, 10, 0, OptionalLong.empty());
    }
}
