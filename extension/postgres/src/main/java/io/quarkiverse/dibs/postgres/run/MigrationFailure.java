package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** One attempt at a migration did not succeed. */
final class MigrationFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int UNCOUNTED = -1;

    /** What is known about the work of the attempt. */
    enum Outcome {
        /** Nothing of it stands. */
        ROLLED_BACK,
        /** What stands is recorded. */
        PARTLY_APPLIED,
        /** The connection is gone, and with it the transaction. */
        LOST,
        /** The connection is gone, and there was no transaction; what stands is recorded, but for a statement under way. */
        LOST_OUTSIDE,
        /** The connection is gone while the server was asked to commit. */
        LOST_IN_COMMIT
    }

    private final transient Problem problem;
    private final Outcome outcome;
    private final int standing;

    MigrationFailure(Problem problem, Outcome outcome, Throwable cause) {
        this(problem, outcome, UNCOUNTED, cause);
    }

    private MigrationFailure(Problem problem, Outcome outcome, int standing, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
        this.outcome = outcome;
        this.standing = standing;
    }

    /** Of a migration outside a transaction, of which so many statements stand and are recorded. */
    static MigrationFailure outside(Problem problem, Outcome outcome, int standing, Throwable cause) {
        return new MigrationFailure(problem, outcome, standing, cause);
    }

    OptionalInt standing() {
        return standing == UNCOUNTED ? OptionalInt.empty() : OptionalInt.of(standing);
    }

    Problem problem() {
        return problem;
    }

    Outcome outcome() {
        return outcome;
    }

    /** What an attempt threw, in the words of a problem. */
    static Problem describe(Throwable thrown, MigrationInvoker migration, Optional<StatementException> lastStatement) {
        Throwable failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String state = ServerErrors.serverException(failure) == null ? ""
                : String.valueOf(ServerErrors.serverException(failure).getSqlState());
        if (state.equals("25P02") && lastStatement.isPresent() && !lastStatement.get().sqlState().equals("25P02")) {
            // the transaction was aborted earlier, and the code went on
            return located(lastStatement.get().problem(), failure, migration);
        }
        if (failure instanceof DibsException known) {
            return located(known.problem(), failure, migration);
        }
        if (!state.isEmpty()) {
            return located(ServerErrors.problem("DIBS-0620", Category.SQL, "", failure, null), failure, migration);
        }
        return located(Problem.of("DIBS-0622", Category.SQL, "the migration threw " + failure.getClass().getName()
                + (failure.getMessage() == null ? "" : ": " + Redactor.redact(failure.getMessage()))), failure, migration);
    }

    private static Problem located(Problem problem, Throwable failure, MigrationInvoker migration) {
        return problem.location().isPresent() ? problem
                : problem.at(CallSite.of(failure, migration).orElse(migration.className()));
    }
}
