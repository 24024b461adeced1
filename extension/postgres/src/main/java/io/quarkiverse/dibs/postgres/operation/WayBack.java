package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent.Rename;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.HazardNote;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * The difference that takes back what was applied last, and what it cannot bring back. A way back is a migration like any
 * other: nothing is erased from the history.
 */
final class WayBack {

    private static final String LOST = "cannot be undone: ";

    private final OperationContext context;
    private final GenerateRequest request;

    WayBack(OperationContext context, GenerateRequest request) {
        this.context = context;
        this.request = request;
    }

    /**
     * @throws DibsException DIBS-0670 when there is nothing to take back or nothing of it is an object, DIBS-0671 when the
     *         migrations do not run on an empty database
     */
    GenerationBasis find() {
        LastChange change = LastChange.of(context.migrations(), request.backTo());
        List<String> schemas = request.diff().schemas().isEmpty() ? context.schemas() : request.diff().schemas();
        ReplayedChange replayed = ReplayedChange.of(context.vertx(), request.diff().scratchUrl().orElseGet(context::requireUrl),
                context.history(), change, schemas);
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            return basis(change, replayed, session.majorVersion(), CatalogReader.readNow(session, schemas).estimatedRows());
        }
    }

    private GenerationBasis basis(LastChange change, ReplayedChange replayed, int major, Map<ObjectId, Long> rows) {
        Diff diff = Differ.diff(replayed.after(), replayed.before(),
                DiffOptions.complete().withRenames(replayed.namesBack()).withServerMajor(major));
        if (diff.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0670", Category.REFUSED,
                    "no object was changed by " + change.names() + ", so there is nothing to take back")
                    .remedy("What it did to rows has to be taken back by hand: dibs generate " + request.name()));
        }
        PlanOptions options = PlanOptions.forServer(major)
                .withConversions(RequestedConversions.parse(request.diff().using(), replayed.before()))
                .withRefusesCastless(true)
                .withOnline(request.diff().online(), rows.entrySet().stream().filter(table -> table.getValue() > 0)
                        .map(Map.Entry::getKey).collect(Collectors.toSet()));
        Plan plan = Planner.plan(diff, options);
        List<String> lost = lost(replayed, major);
        List<String> warnings = new ArrayList<>(lost);
        warnings.add("the entities still say what is taken back: change them too, or the next difference brings it again");
        DiffReport report = DiffReports.of("what the migrations make", "the same without " + change.names(), diff, plan,
                Optional.empty(), warnings, Fingerprint.of(replayed.after()), Fingerprint.of(replayed.before()));
        return new GenerationBasis(new DiffOperation.Outcome(diff, plan, options, report, rows),
                "Takes back " + change.names() + ".", lost);
    }

    /** What the way there has deleted comes back empty; what it did to rows stays. */
    private static List<String> lost(ReplayedChange replayed, int major) {
        List<Rename> renames = replayed.namesBack().stream().map(rename -> there(rename, replayed)).toList();
        Diff diff = Differ.diff(replayed.before(), replayed.after(),
                DiffOptions.complete().withRenames(renames).withServerMajor(major));
        List<String> lost = new ArrayList<>();
        for (Step step : Planner.plan(diff, PlanOptions.forServer(major)).steps()) {
            step.hazards().stream().filter(note -> note.hazard() == Hazard.DELETES_DATA).map(HazardNote::reason).distinct()
                    .forEach(reason -> lost.add(LOST + String.join("; ", step.statements()) + " -- " + reason
                            + "; what is made anew is empty"));
        }
        replayed.rowChanges().forEach(sql -> lost.add(LOST + sql + " -- rows keep what it wrote"));
        return lost;
    }

    /** The other way round: the former identity of a column has the name that its table has after the change. */
    private static Rename there(Rename back, ReplayedChange replayed) {
        if (back.to().parent() == null) {
            return new Rename(back.to(), back.from());
        }
        ObjectId table = replayed.namesBack().stream().filter(rename -> rename.to().equals(back.to().parent()))
                .map(Rename::from).findFirst().orElse(back.to().parent());
        return new Rename(back.to().withParent(table), back.from().withParent(table));
    }
}
