package io.quarkiverse.dibs.cli.tui.state;

import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.error.Problem;

/**
 * Something that is fetched in the background. While it is fetched again, and when that failed, what was there before stays.
 */
public record Loaded<T>(Optional<T> value, Optional<Problem> problem, boolean loading) {

    public Loaded {
        Objects.requireNonNull(value);
        Objects.requireNonNull(problem);
    }

    public static <T> Loaded<T> nothing() {
        return new Loaded<>(Optional.empty(), Optional.empty(), false);
    }

    public static <T> Loaded<T> of(T value) {
        return new Loaded<>(Optional.of(value), Optional.empty(), false);
    }

    public Loaded<T> again() {
        return new Loaded<>(value, problem, true);
    }

    public Loaded<T> failed(Problem why) {
        return new Loaded<>(value, Optional.of(why), false);
    }
}
