package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.report.PlanReport;

/** The ordered steps between two sources, bound to what they were made from. Blocking; changes nothing. */
public final class PlanOperation {

    private final OperationContext context;

    public PlanOperation(OperationContext context) {
        this.context = context;
    }

    public PlanReport run(DiffRequest request) {
        DiffOperation.Outcome outcome = new DiffOperation(context).outcome(request);
        return DiffReports.plan(outcome.report().from(), outcome.report().to(), outcome.plan(),
                request.to().equals(DiffRequest.ENTITIES) ? context.intent() : Optional.empty(), List.of(),
                outcome.report().fromFingerprint(), outcome.report().toFingerprint(), outcome.serverMajor());
    }
}
