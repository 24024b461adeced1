package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.report.PlanReport;

/** The ordered steps between two sources, bound to what they were made from. Blocking; changes nothing. */
public final class PlanOperation {

    private final OperationContext context;

    public PlanOperation(OperationContext context) {
        this.context = context;
    }

    public PlanReport run(DiffRequest request) {
        return report(request, new DiffOperation(context).outcome(request));
    }

    /** The same to be kept and applied later. */
    public PlanFile file(DiffRequest request, String dibsVersion) {
        DiffOperation.Outcome outcome = new DiffOperation(context).outcome(request);
        List<String> schemas = request.schemas().isEmpty() ? context.schemas() : request.schemas();
        return PlanFile.of(dibsVersion, report(request, outcome), outcome.diff(), outcome.plan(),
                request.to().equals(DiffRequest.ENTITIES), schemas, context.history().schema());
    }

    private PlanReport report(DiffRequest request, DiffOperation.Outcome outcome) {
        return DiffReports.plan(outcome.report().from(), outcome.report().to(), outcome.plan(),
                request.to().equals(DiffRequest.ENTITIES) ? context.intent() : Optional.empty(), List.of(),
                outcome.report().fromFingerprint(), outcome.report().toFingerprint(), outcome.serverMajor());
    }
}
