package io.quarkiverse.dibs.planfile;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.StepLine;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * A plan to be kept, reviewed and applied later to the database it was made for, or to another one that looks alike.
 *
 * @param from describes what it starts from, for people; never holds a password
 * @param to describes what it leads to
 * @param serverMajor the major version of the server that runs it
 * @param schemas the schemas that were read; empty means all
 * @param historySchema the schema of dibs' own tables, whose lock is taken
 * @param comparesAccess whether owners and privileges count at the end
 * @param before what the database looks like now
 * @param after what it has to look like at the end
 */
public record PlanFile(String dibsVersion, String from, String to, int serverMajor, List<String> schemas, String historySchema,
        boolean comparesAccess, SchemaPrint before, SchemaPrint after, List<PlannedSegment> segments, List<String> warnings) {

    public PlanFile {
        schemas = List.copyOf(schemas);
        segments = List.copyOf(segments);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param report says what both sides are, and holds the steps of the plan
     * @param entities whether the wanted side is the entities
     */
    public static PlanFile of(String dibsVersion, PlanReport report, Diff diff, Plan plan, boolean entities,
            List<String> schemas, String historySchema) {
        List<StepLine> lines = DiffReports.steps(plan);
        List<PlannedStep> steps = plan.steps().stream().map(step -> step(step, lines.get(step.number() - 1))).toList();
        return new PlanFile(dibsVersion, report.from(), report.to(), report.serverMajor(), schemas, historySchema, !entities,
                SchemaPrint.of(diff.source(), true), SchemaPrint.of(diff.end(), !entities), PlannedSegment.of(steps),
                report.warnings());
    }

    private static PlannedStep step(Step step, StepLine line) {
        SortedMap<String, String> locks = new TreeMap<>();
        step.effects().locks().forEach((relation, mode) -> locks.put(relation.display(),
                mode.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return new PlannedStep(line, locks, step.effects().scans().stream().map(ObjectId::display).toList(),
                step.effects().rewrites().stream().map(ObjectId::display).toList());
    }

    /** All steps in order, as reports show them. */
    public List<StepLine> steps() {
        return segments.stream().flatMap(segment -> segment.steps().stream()).map(PlannedStep::line).toList();
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    public int statementCount() {
        return segments.stream().mapToInt(segment -> segment.statements().size()).sum();
    }

    /** The hazards without whose names, given by the user, nothing of the plan runs. */
    public SortedSet<Hazard> consentNeeded() {
        SortedSet<Hazard> needed = new TreeSet<>();
        for (StepLine step : steps()) {
            for (HazardLine hazard : step.hazards()) {
                Hazard.ofWrittenName(hazard.name()).filter(Hazard::needsConsent).ifPresent(needed::add);
            }
        }
        return needed;
    }
}
