package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.engine.random.ModelSchema;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * T1b: random pairs in memory. Every pair is solved and simulated in both directions, or refused for a reason that is an
 * answer; what the steps say they do ends with exactly the wanted objects.
 */
class WithoutServerTest {

    /** Refusals that are an answer. */
    private static final List<String> LISTED = List.of("DIBS-0403");
    private static final int MAJOR = 15;

    @Test
    void everyRandomPairIsSolvedAndEndsAsWanted() {
        int[] proofs = new int[2];
        Map<String, Integer> rejections = new TreeMap<>();
        Cases.forEachPair(WithoutServerTest.class, "dibs.pairs.memory", (pair, number) -> {
            Schema from = ModelSchema.of(pair.from());
            Schema to = ModelSchema.of(pair.to());
            for (List<Schema> direction : List.of(List.of(from, to), List.of(to, from))) {
                proofs[0]++;
                try {
                    proofs[1] += prove(direction.get(0), direction.get(1));
                } catch (DibsException e) {
                    if (e.problem().category() == Category.INTERNAL) {
                        throw e;
                    }
                    rejections.merge(e.problem().code(), 1, Integer::sum);
                }
            }
        });
        System.out.println(proofs[0] + " proofs, " + proofs[1] + " steps, rejections " + rejections);
        int rejected = rejections.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(LISTED).as("kinds of rejection").containsAll(rejections.keySet());
        assertThat(rejected * 100).as("rejections in percent of %s proofs", proofs[0]).isLessThan(proofs[0]);
        assertThat(proofs[1]).as("steps").isPositive();
    }

    /** What the schemas in memory say is what a server says of the same models. */
    @Test
    void theSchemaInMemoryHasTheObjectsThatTheServerHas() {
        Cases.forEachPair(WithoutServerTest.class, "dibs.pairs.memory.server", (pair, number) -> {
            try (DatabasePool.Database database = DatabasePool.of(MAJOR).take()) {
                database.session().run(pair.toSql() + "\n; SELECT 1");
                Schema read = CatalogReader.readNow(database.session(), List.of()).schema();
                Schema made = ModelSchema.of(pair.to());
                assertThat(made.ids()).containsExactlyElementsOf(read.ids());
                for (ObjectId id : made.ids()) {
                    assertThat(needs(made, id)).as("what %s needs", id).isEqualTo(needs(read, id));
                }
            }
        });
    }

    /** Of two keys that fit the server takes one by the order of its own numbers. */
    private static Set<ObjectId> needs(Schema schema, ObjectId id) {
        return schema.dependenciesOf(id).stream().filter(need -> id.kind() != ObjectKind.FOREIGN_KEY
                || need.kind() == ObjectKind.TABLE || need.kind() == ObjectKind.COLUMN).collect(Collectors.toSet());
    }

    private static int prove(Schema from, Schema to) {
        DiffOptions options = DiffOptions.complete().withServerMajor(MAJOR);
        Plan plan = Planner.plan(Differ.diff(from, to, options), PlanOptions.forServer(MAJOR));
        assertThat(Replay.of(plan, from, to).keySet()).containsExactlyElementsOf(to.ids());
        assertThat(plan.isEmpty()).as("whether the plan is empty").isEqualTo(Differ.diff(from, to, options).isEmpty());
        return plan.steps().size();
    }
}
