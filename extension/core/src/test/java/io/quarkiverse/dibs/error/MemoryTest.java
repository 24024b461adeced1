package io.quarkiverse.dibs.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void lackOfMemoryIsToldWhereverItStandsBehindAFailure() {
        Throwable inside = new CompletionException(new IllegalStateException(new OutOfMemoryError("Java heap space")));
        Throwable beside = new IllegalStateException("the connection was closed");
        beside.addSuppressed(new OutOfMemoryError("Java heap space"));
        assertThat(Memory.problem(inside)).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("DIBS-0998");
            assertThat(problem.remedy()).hasValueSatisfying(remedy -> assertThat(remedy).contains("-Xmx"));
        });
        assertThat(Memory.problem(beside)).isPresent();
    }

    @Test
    void otherFailuresAreNot() {
        Throwable ring = new IllegalStateException("one");
        Throwable other = new IllegalStateException("other", ring);
        ring.initCause(other);
        assertThat(Memory.problem(ring)).isEmpty();
        assertThat(Memory.problem(new StackOverflowError())).isEmpty();
    }
}
