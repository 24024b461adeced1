package io.quarkiverse.dibs.error;

import java.util.Objects;

/** Carries a {@link Problem} to whoever shows it. */
public class DibsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public DibsException(Problem problem) {
        this(problem, null);
    }

    public DibsException(Problem problem, Throwable cause) {
        super(problem.code() + " " + problem.message(), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
