package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.Schema;

/**
 * The effects certificate: each step of each form takes the locks, reads the rows and writes the files that it declares, on a
 * real server, no more and no less. What cannot run in a transaction is watched from outside while others make it wait.
 * {@code -Dform=name} runs one, {@code -Dmajors=14,15,16,17,18} chooses the servers, {@code -Dupdate} writes the page.
 */
class EffectsCertificateTest {

    private static final String ONLY = System.getProperty("form");
    private static final List<Integer> MAJORS = Stream
            .of(System.getProperty("majors", System.getProperty("dibs.effects.majors", "15,18")).split(","))
            .map(Integer::valueOf).toList();
    private static final List<EffectsForm> FORMS = EffectsForm.all().stream()
            .filter(form -> ONLY == null || form.name().equals(ONLY)).toList();
    private static final String BASE = Resources.text("effects/base.sql");
    private static final AcceptedEffects ACCEPTED = new AcceptedEffects();
    private static final HazardsPage PAGE = new HazardsPage();
    private static int measured;
    private static int watched;

    @Test
    void theFormsAreThere() {
        assertThat(FORMS).hasSizeGreaterThanOrEqualTo(ONLY == null ? 90 : 1);
        assertThat(MAJORS).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicNode> everyStepDoesWhatItDeclares() {
        return MAJORS.stream().map(major -> {
            Bench bench = new Bench(major);
            return DynamicContainer.dynamicContainer("on " + major,
                    FORMS.stream().filter(form -> form.firstMajor() <= major)
                            .map(form -> DynamicTest.dynamicTest(form.name(), () -> bench.certify(form)))
                            .onClose(bench::close));
        });
    }

    @AfterAll
    static void theAcceptedDifferencesAreNeededAndThePageIsTrue() {
        System.out.println("effects on " + MAJORS + ": " + measured + " steps measured in transactions, " + watched
                + " watched outside");
        if (ONLY == null) {
            assertThat(measured).isPositive();
            assertThat(watched).isPositive();
            assertThat(ACCEPTED.notNeeded()).as("lines of accepted.txt that are no longer needed").isEmpty();
            PAGE.check(MAJORS);
        }
    }

    /** The database of one server on which the forms are tried, one after the other. */
    private static final class Bench {

        private final int major;
        private DatabasePool.Database database;
        private Schema base;

        Bench(int major) {
            this.major = major;
        }

        private PgSession session() {
            if (database == null) {
                database = DatabasePool.of(major).take();
                database.session().run(BASE);
                base = CatalogReader.readNow(database.session(), List.of()).schema();
            }
            return database.session();
        }

        void close() {
            if (database != null) {
                database.close();
                database = null;
            }
        }

        void certify(EffectsForm form) {
            PgSession session = session();
            session.run("BEGIN");
            Schema wanted;
            try {
                session.run(form.sql());
                wanted = CatalogReader.readWithin(session, List.of()).await().indefinitely().schema();
            } finally {
                session.run("ROLLBACK");
            }
            Plan plan = Planner.plan(Differ.diff(base, wanted, DiffOptions.complete().withServerMajor(major)
                    .withRenames(form.renames())),
                    PlanOptions.forServer(major).withOnline(form.online() ? Online.ALWAYS : Online.NEVER, Set.of()));
            assertThat(plan.steps()).as("steps of " + form.name()).isNotEmpty();
            PAGE.add(form, major, plan);
            List<String> differences = new ArrayList<>();
            try {
                measure(plan, form, differences);
            } finally {
                if (plan.steps().size() > 1 || plan.steps().get(0).segment() == Segment.NO_TRANSACTION) {
                    // earlier steps had to be committed, so that their locks are not taken for those of later ones
                    close();
                }
            }
            assertThat(differences).as(form.name() + " on " + major).isEmpty();
        }

        private void measure(Plan plan, EffectsForm form, List<String> differences) {
            EffectsMeasurement measurement = new EffectsMeasurement(session());
            boolean alone = plan.steps().size() == 1;
            for (Step step : plan.steps()) {
                if (step.segment() == Segment.NO_TRANSACTION) {
                    compare(step, form, watch(step), differences);
                    watched++;
                    continue;
                }
                session().run("BEGIN");
                boolean done = false;
                try {
                    EffectsFacts facts = measurement.of(step.statements());
                    done = !alone;
                    measured++;
                    compare(step, form, facts, differences);
                } finally {
                    session().run(done ? "COMMIT" : "ROLLBACK");
                }
            }
        }

        private EffectsFacts watch(Step step) {
            assertThat(step.statements()).as("a step outside transactions").hasSize(1);
            try (EffectsObservation observation = new EffectsObservation(session())) {
                return observation.of(step.statements().get(0));
            }
        }

        private static void compare(Step step, EffectsForm form, EffectsFacts facts, List<String> differences) {
            EffectsFacts.declaredBy(step.effects()).differences(facts).stream()
                    .filter(difference -> !ACCEPTED.accepts(form, difference))
                    .forEach(difference -> differences.add(difference + "\n    " + step.statements()));
        }
    }
}
