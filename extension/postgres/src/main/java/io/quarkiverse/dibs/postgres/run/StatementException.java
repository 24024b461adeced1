package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.vertx.pgclient.PgException;

/** A statement of a migration failed: what the server said, or that no answer came. The cause is the driver's exception. */
final class StatementException extends DibsException {

    private static final long serialVersionUID = 1L;

    private StatementException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    static StatementException of(Throwable failure, String sql, Optional<String> location) {
        PgException server = ServerErrors.serverException(failure);
        Problem problem = failure instanceof UnfitParameterException unfit
                ? Problem.of("DIBS-0639", Category.BUILD, unfit.getMessage()).remedy(unfit.remedy())
                        .server(null, Redactor.redact(sql), 0, null, null)
                : server == null
                        ? Problem
                                .of("DIBS-0621", Category.SQL,
                                        "the statement got no answer: " + Redactor.redact(failure.getMessage()))
                                .server(null, Redactor.redact(sql), 0, null, null)
                        : ServerErrors.problem("DIBS-0620", Category.SQL, "", failure, sql);
        return new StatementException(location.isPresent() ? problem.at(location.get()) : problem, failure);
    }

    /** The same in the words of rights, when that is what was lacking. */
    StatementException deniedTo(String role) {
        Optional<String> explained = sqlState().equals("42501")
                ? Denial.explain(ServerErrors.serverException(getCause()).getErrorMessage(),
                        problem().statement().orElse(""), role)
                : Optional.empty();
        return explained.isEmpty() ? this
                : new StatementException(problem().remedy("Here " + explained.get() + "."), getCause());
    }

    StatementException at(Optional<String> location) {
        if (problem().location().isPresent() || location.isEmpty()) {
            return this;
        }
        return new StatementException(problem().at(location.get()), getCause());
    }

    /** The same, naming who held the lock that was not got in time. */
    StatementException blockedBy(Optional<String> blockers) {
        if (blockers.isEmpty() || !sqlState().equals("55P03")) {
            return this;
        }
        return new StatementException(problem().inWords(problem().message() + ": it is held by " + blockers.get()), getCause());
    }

    String sqlState() {
        return problem().sqlState().orElse("");
    }

    /** Whether the server gave no answer, which may or may not mean that the connection is gone. */
    boolean isUnanswered() {
        return ServerErrors.isConnectionLost(getCause()) && !(getCause() instanceof UnfitParameterException);
    }

    /** Whether the same work may well succeed a little later. */
    boolean isTransient() {
        return switch (sqlState()) {
            case "55P03", "40P01", "40001" -> true;
            default -> false;
        };
    }

    static Optional<StatementException> in(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof StatementException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
