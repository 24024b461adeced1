package io.quarkiverse.dibs.engine;

import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.pgclient.PgException;

/** Runs a plan as its segments say. */
final class PlanRun {

    private final PgSession session;
    private boolean inTransaction;

    private PlanRun(PgSession session) {
        this.session = session;
    }

    /**
     * What did not work.
     *
     * @param foretold the plan had said that rows may make this step fail, and rows did
     */
    record Failure(String text, boolean foretold) {
    }

    /** @return null when all went well, else the failed statement and what the server said */
    static Failure run(Plan plan, PgSession session) {
        return run(plan, session, () -> {
        });
    }

    /** @param afterEach is done behind each statement, so between any two of them at which others can look */
    static Failure run(Plan plan, PgSession session, Runnable afterEach) {
        PlanRun run = new PlanRun(session);
        for (Step step : plan.steps()) {
            for (String statement : step.statements()) {
                try {
                    run.inTransaction(step.segment() != Segment.NO_TRANSACTION);
                    session.run(statement);
                    afterEach.run();
                } catch (RuntimeException e) {
                    session.run("ROLLBACK");
                    return new Failure("step " + step.number() + " failed: " + e.getMessage() + "\n" + statement,
                            refusedByRows(e) && step.hazards().stream()
                                    .anyMatch(note -> note.hazard() == Hazard.MAY_FAIL_ON_DATA));
                }
            }
            if (step.segment() != Segment.TRANSACTION) {
                run.inTransaction(false);
                afterEach.run();
            }
        }
        try {
            run.inTransaction(false);
        } catch (RuntimeException e) {
            return new Failure("the commit failed: " + e.getMessage(), false);
        }
        return null;
    }

    /** SQLSTATE class 23: a constraint is violated. */
    private static boolean refusedByRows(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return refused.getSqlState() != null && refused.getSqlState().startsWith("23");
            }
        }
        return false;
    }

    private void inTransaction(boolean wanted) {
        if (wanted != inTransaction) {
            session.run(wanted ? "BEGIN" : "COMMIT");
            inTransaction = wanted;
        }
    }
}
