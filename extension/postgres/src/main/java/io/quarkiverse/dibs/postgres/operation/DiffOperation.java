package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.diff.SwappedNames;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.WriteContext;

/** Reads two sources, compares and orders. Blocking; changes nothing anywhere. */
public final class DiffOperation {

    private final OperationContext context;

    public DiffOperation(OperationContext context) {
        this.context = context;
    }

    public DiffReport run(DiffRequest request) {
        return outcome(request).report();
    }

    /**
     * A comparison in full, for the operations that go on from it.
     *
     * @param estimatedRows rows by table on the first side, where a server knows
     */
    record Outcome(Diff diff, Plan plan, PlanOptions planOptions, DiffReport report, Map<ObjectId, Long> estimatedRows) {

        int serverMajor() {
            return planOptions.serverMajor();
        }
    }

    /** What differs, also where the values of a column have no way into its new type: nobody means to run this plan. */
    DiffReport compare(DiffRequest request) {
        return outcome(request, false).report();
    }

    Outcome outcome(DiffRequest request) {
        return outcome(request, true);
    }

    private Outcome outcome(DiffRequest request, boolean isToBeRun) {
        SourceReader.Sides sides = new SourceReader(context, request).read();
        Optional<Intent> intent = sides.to().intent();
        List<Intent.Rename> renames = new ArrayList<>(
                RequestedRenames.parse(request.renames(), sides.from().schema(), sides.to().schema()));
        intent.ifPresent(present -> renames.addAll(present.renames()));
        int major = sides.from().serverMajor() == 0 ? WriteContext.NEWEST : sides.from().serverMajor();
        DiffOptions options = intent.isPresent()
                ? DiffOptions.entities(renames, sides.from().managedTables()).withSaidInFull(sides.to().saidInFull())
                : DiffOptions.complete().withRenames(renames);
        Diff diff = Differ.diff(sides.from().schema(), sides.to().schema(), options.withServerMajor(major));
        Map<ObjectId, String> conversions = new TreeMap<>(
                intent.<Map<ObjectId, String>> map(Intent::conversions).orElse(Map.of()));
        conversions.putAll(RequestedConversions.parse(request.using(), sides.to().schema()));
        // what entities want goes into migrations, and those run on databases whose rows nobody has seen yet
        PlanOptions planOptions = PlanOptions.forServer(major).withConversions(conversions)
                .withRefusesCastless(isToBeRun && intent.isPresent());
        if (isToBeRun) {
            planOptions = planOptions.withOnline(request.online(), sides.from().estimatedRows().entrySet().stream()
                    .filter(rows -> rows.getValue() > 0).map(Map.Entry::getKey).collect(Collectors.toSet()));
        }
        Plan plan = Planner.plan(diff, planOptions);
        List<String> warnings = new ArrayList<>();
        intent.ifPresent(present -> {
            warnings.addAll(present.warnings());
            warnings.addAll(SwappedNames.warnings(diff.renames().renames()));
        });
        DiffReport report = DiffReports.of(sides.from().description(), sides.to().description(), diff, plan, intent, warnings,
                sides.from().fingerprint(), sides.to().fingerprint());
        return new Outcome(diff, plan, planOptions, report, sides.from().estimatedRows());
    }
}
