package io.quarkiverse.dibs.engine;

import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.postgres.PgSession;

/** Runs a plan as its segments say. */
final class PlanRun {

    private final PgSession session;
    private boolean inTransaction;

    private PlanRun(PgSession session) {
        this.session = session;
    }

    /** @return null when all went well, else the failed statement and what the server said */
    static String run(Plan plan, PgSession session) {
        PlanRun run = new PlanRun(session);
        for (Step step : plan.steps()) {
            for (String statement : step.statements()) {
                try {
                    run.inTransaction(step.segment() != Segment.NO_TRANSACTION);
                    session.run(statement);
                } catch (RuntimeException e) {
                    session.run("ROLLBACK");
                    return "step " + step.number() + " failed: " + e.getMessage() + "\n" + statement;
                }
            }
            if (step.segment() != Segment.TRANSACTION) {
                run.inTransaction(false);
            }
        }
        try {
            run.inTransaction(false);
        } catch (RuntimeException e) {
            return "the commit failed: " + e.getMessage();
        }
        return null;
    }

    private void inTransaction(boolean wanted) {
        if (wanted != inTransaction) {
            session.run(wanted ? "BEGIN" : "COMMIT");
            inTransaction = wanted;
        }
    }
}
