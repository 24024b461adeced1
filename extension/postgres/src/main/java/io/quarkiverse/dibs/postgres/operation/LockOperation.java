package io.quarkiverse.dibs.postgres.operation;

import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.run.AdvisoryLock;
import io.quarkiverse.dibs.report.LockHolder;
import io.quarkiverse.dibs.report.LockReport;

/**
 * Tells who holds the lock of the history, and ends that session when somebody named it. There is no other way to free a lock
 * of a session, and none is needed: the server rolls its transaction back.
 */
public final class LockOperation {

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final OperationContext context;
    private final long key;

    public LockOperation(OperationContext context) {
        this.context = context;
        this.key = context.history().lockKey();
    }

    public LockReport status() {
        try (PgSession session = open()) {
            return new LockReport(session.target().toString(), holder(session), false);
        }
    }

    /**
     * @param pid the server process that is agreed to be ended; no other is
     * @throws DibsException DIBS-0667 when that process does not hold the lock, DIBS-0669 when it could not be ended
     */
    public LockReport release(int pid) {
        try (PgSession session = open()) {
            Optional<LockHolder> holder = holder(session);
            Optional<Boolean> ended = AdvisoryLock.terminate(session.connection(), key, pid, LONGEST_END).await()
                    .indefinitely();
            if (ended.isEmpty()) {
                throw new DibsException(Problem.of("DIBS-0667", Category.REFUSED, "process " + pid + " does not hold the lock"
                        + holder.map(other -> "; it is held by " + other.display()).orElse(": nobody does"))
                        .remedy("See dibs lock status."));
            }
            if (!ended.get()) {
                throw new DibsException(Problem
                        .of("DIBS-0669", Category.REFUSED, "process " + pid + " was told to end and has not"
                                + " within " + LONGEST_END.toSeconds() + " seconds")
                        .remedy("It ends as soon as it notices. See dibs lock status."));
            }
            return new LockReport(session.target().toString(), holder, true);
        } catch (RuntimeException e) {
            Problem problem = ServerErrors.exception("DIBS-0669", Category.REFUSED,
                    "process " + pid + " could not be ended: ", e, null).problem();
            boolean denied = problem.sqlState().filter("42501"::equals).isPresent();
            throw new DibsException(problem.remedy().isPresent() && !denied ? problem
                    : problem.remedy("Ask as the same role, as a member of it, or as one with pg_signal_backend."), e);
        }
    }

    private PgSession open() {
        return PgSession.open(context.vertx(), context.requireUrl(), PgSession.ONE_BY_ONE);
    }

    private Optional<LockHolder> holder(PgSession session) {
        return AdvisoryLock.current(session.connection(), key).await().indefinitely();
    }
}
