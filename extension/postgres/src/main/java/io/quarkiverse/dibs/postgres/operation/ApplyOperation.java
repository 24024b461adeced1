package io.quarkiverse.dibs.postgres.operation;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.run.PlanRunner;
import io.quarkiverse.dibs.report.MigrationEvent;

/** Applies a plan file to the database. The run is begun, and may be cancelled, by whoever asked for it. */
public final class ApplyOperation {

    private final OperationContext context;

    public ApplyOperation(OperationContext context) {
        this.context = context;
    }

    /**
     * Reads and checks; asks no server yet.
     *
     * @param planFile the text of the file
     * @param allow the written names of the hazards the user agrees to
     * @param events told of everything as it happens, on the thread of the run
     * @throws DibsException DIBS-0503 for an unknown hazard, DIBS-0511 to DIBS-0513 for a file that is not as dibs wrote it
     */
    public PlanRunner prepare(String planFile, Collection<String> allow, Duration lockWait,
            Consumer<? super MigrationEvent> events) {
        PlanFile plan = PlanFileCodec.read(planFile);
        return new PlanRunner(context.vertx(), context.requireUrl(), plan, hazards(allow), lockWait, events);
    }

    private static Set<Hazard> hazards(Collection<String> names) {
        Set<Hazard> hazards = new TreeSet<>();
        for (String name : names) {
            hazards.add(Hazard.ofWrittenName(name.strip()).orElseThrow(() -> new DibsException(
                    Problem.of("DIBS-0503", Category.USAGE, "there is no hazard \"" + name + "\"")
                            .remedy("Name one of " + java.util.List.of(Hazard.values()) + "."))));
        }
        return hazards;
    }
}
