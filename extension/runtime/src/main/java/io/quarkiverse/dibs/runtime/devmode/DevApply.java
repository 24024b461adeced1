package io.quarkiverse.dibs.runtime.devmode;

import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.operation.ApplyOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.StepLine;
import io.quarkiverse.dibs.runtime.DibsVersion;

/**
 * {@code quarkus.dibs.dev.sync=apply}: runs what is pending and then what still differs. Does nothing at all about a difference
 * of which any part needs consent. Blocking.
 */
final class DevApply {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");
    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);

    private final DevSession session;
    private final Generation generation;

    DevApply(DevSession session, Generation generation) {
        this.session = session;
        this.generation = generation;
    }

    void run() {
        if (session.state().pending() > 0) {
            session.migrate().awaitEnd();
            session.lookNow(generation);
        }
        DevState state = session.state();
        if (state.check().isEmpty() || state.pending() > 0 || state.changes() == 0) {
            return;
        }
        List<StepLine> steps = state.check().get().diff().steps();
        if (steps.stream().flatMap(step -> step.hazards().stream())
                .anyMatch(hazard -> Hazard.ofWrittenName(hazard.name()).filter(Hazard::needsConsent).isPresent())) {
            LOG.warn("A part of the difference needs your consent, so nothing of it is applied by itself.");
            return;
        }
        apply();
        session.lookNow(generation);
    }

    private void apply() {
        try {
            String plan = PlanFileCodec.write(new PlanOperation(generation.context())
                    .file(DiffRequest.standard().withOnline(""), DibsVersion.current()));
            ApplyReport report = new ApplyOperation(generation.context()).prepare(plan, List.of(), LOCK_WAIT, event -> {
            }).apply();
            report.problem().ifPresentOrElse(DevApply::tell,
                    () -> tellApplied(report.count(ApplyReport.State.APPLIED)));
        } catch (DibsException e) {
            tell(e.problem());
        }
    }

    private static void tellApplied(long statements) {
        LOG.infof("Applied %d %s to the database.", statements, statements == 1 ? "statement" : "statements");
    }

    private static void tell(Problem problem) {
        LOG.error(problem.code() + " " + problem.message() + problem.remedy().map(text -> " " + text).orElse(""));
    }
}
