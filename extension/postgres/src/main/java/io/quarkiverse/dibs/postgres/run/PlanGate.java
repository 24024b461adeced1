package io.quarkiverse.dibs.postgres.run;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlannedSegment;
import io.quarkiverse.dibs.planfile.PlannedStep;
import io.quarkiverse.dibs.planfile.SchemaPrint;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.StepLine;
import io.quarkiverse.dibs.schema.Schema;

/** What has to hold before a plan runs and after: the right server, the schema it was made from, consent, the end. */
final class PlanGate {

    private static final int MOST_NAMED = 10;
    private static final int LOCKS_OF_A_NEW_TABLE = 4;

    private final PlanFile plan;

    PlanGate(PlanFile plan) {
        this.plan = plan;
    }

    void requireServer(PgSession session) {
        if (session.majorVersion() != plan.serverMajor()) {
            throw new DibsException(Problem.of("DIBS-0514", Category.REFUSED, "the plan was made for Postgres "
                    + plan.serverMajor() + ", and " + session.target() + " is Postgres " + session.majorVersion())
                    .remedy("Make a plan from this database: what SQL does, and costs, depends on the server."));
        }
    }

    void requireBefore(RunnerSession session) {
        Schema present = read(session);
        List<String> differences = plan.before().differences(SchemaPrint.of(present, true));
        if (differences.isEmpty()) {
            return;
        }
        String database = session.session().target().toString();
        if (plan.after().equals(SchemaPrint.of(present, plan.comparesAccess()))) {
            throw new DibsException(Problem.of("DIBS-0515", Category.REFUSED,
                    "there is nothing to apply: " + database + " is already what the plan leads to")
                    .remedy("Make a new plan when something differs again."));
        }
        throw new DibsException(Problem.of("DIBS-0515", Category.REFUSED, "the plan is stale: " + database
                + " is not what it was made from (" + plan.from() + "):" + lines(differences))
                .remedy("Make a new plan from this database, and review it again."));
    }

    void requireAfter(RunnerSession session) {
        List<String> differences = plan.after().differences(SchemaPrint.of(read(session), plan.comparesAccess()));
        if (!differences.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0517", Category.SQL,
                    "everything is applied, but " + session.session().target() + " is not what the plan leads to:"
                            + lines(differences))
                    .remedy("See dibs diff. Somebody else may have changed the schema meanwhile; if not, please report it."));
        }
    }

    /** The server has a table of locks for all its sessions together; a transaction that fills it ends with 53200. */
    void requireLocks(RunnerSession session) {
        long capacity = session.run("""
                SELECT current_setting('max_locks_per_transaction')::bigint
                    * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint)
                """).iterator().next().getLong(0);
        for (PlannedSegment segment : plan.segments()) {
            long locks = segment.steps().stream().mapToLong(PlanGate::locks).sum();
            if (segment.transactional() && locks > capacity) {
                throw new DibsException(Problem.of("DIBS-0521", Category.REFUSED, "nothing was run: segment " + segment.number()
                        + " takes about " + locks + " locks at once, and the server has " + capacity + " for all its sessions")
                        .remedy("Raise max_locks_per_transaction and start the server again, or make the change in smaller"
                                + " plans."));
            }
        }
    }

    /** Those of each relation that was there, or those of a new table with a key: table, key, and what holds long values. */
    private static long locks(PlannedStep step) {
        return Math.max(step.locks().size(), LOCKS_OF_A_NEW_TABLE);
    }

    void requireRights(RunnerSession session) {
        Permissions.require(session, Permissions.of(plan.segments().stream()
                .flatMap(segment -> segment.statements().stream()).toList()));
    }

    void requireConsent(Set<Hazard> allowed) {
        SortedSet<Hazard> missing = new TreeSet<>(plan.consentNeeded());
        missing.removeAll(allowed);
        if (missing.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("the plan has steps that run only with consent by name:");
        for (StepLine step : plan.steps()) {
            for (HazardLine hazard : step.hazards()) {
                if (Hazard.ofWrittenName(hazard.name()).filter(missing::contains).isPresent()) {
                    text.append("\n  step ").append(step.number()).append(": ").append(hazard.name())
                            .append(hazard.relation().isEmpty() ? "" : " on " + hazard.relation())
                            .append(hazard.reason().isEmpty() ? "" : ": " + hazard.reason());
                }
            }
        }
        SortedSet<Hazard> all = new TreeSet<>(plan.consentNeeded());
        throw new DibsException(Problem.of("DIBS-0516", Category.REFUSED, text.toString()).remedy(
                "If all of it is meant: --allow " + all.stream().map(Hazard::writtenName).collect(Collectors.joining(","))));
    }

    private Schema read(RunnerSession session) {
        return session.awaitReading(() -> CatalogReader.readNow(session.session(), plan.schemas()).schema());
    }

    private static String lines(List<String> differences) {
        StringBuilder text = new StringBuilder();
        differences.stream().limit(MOST_NAMED).forEach(line -> text.append("\n  ").append(line));
        return text.append(differences.size() > MOST_NAMED ? "\n  and " + (differences.size() - MOST_NAMED) + " more" : "")
                .toString();
    }
}
