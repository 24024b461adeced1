package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.engine.random.Model;
import io.quarkiverse.dibs.engine.random.ModelSchema;
import io.quarkiverse.dibs.engine.random.RandomPair;
import io.quarkiverse.dibs.engine.random.Renaming;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.schema.Schema;

/**
 * T1c: what has to stay the same when the question is put in another way. The order of declaration changes no byte of a plan,
 * other
 * names in the same order change nothing but the names, a schema does not differ from itself, and a detour ends where the
 * straight way does.
 */
class MetamorphicTest {

    /** Put before names, nothing else has them in it, and a name that needed no quotes needs none. */
    private static final String BEFORE_PUBLIC = "o7x_";
    private static final String AFTER_PUBLIC = "q7x_";
    private static final DiffOptions OPTIONS = DiffOptions.complete().withServerMajor(15);

    @Test
    void theOrderOfDeclarationChangesNothing() {
        Cases.forEachPair(MetamorphicTest.class, "dibs.metamorphic", (pair, number) -> {
            Random order = new Random(Cases.SEED + number);
            assertThat(plan(ModelSchema.shuffled(pair.from(), order), ModelSchema.shuffled(pair.to(), order)).toString())
                    .isEqualTo(plan(ModelSchema.of(pair.from()), ModelSchema.of(pair.to())).toString());
        });
    }

    /** Names decide ties only, and only by their order. */
    @Test
    void otherNamesInTheSameOrderHaveTheSamePlan() {
        int[] steps = new int[1];
        Cases.forEachPair(MetamorphicTest.class, "dibs.metamorphic", (pair, number) -> {
            String renamed = plan(ModelSchema.of(Renaming.of(pair.from(), MetamorphicTest::renamed)),
                    ModelSchema.of(Renaming.of(pair.to(), MetamorphicTest::renamed))).toString();
            Plan plan = plan(ModelSchema.of(pair.from()), ModelSchema.of(pair.to()));
            assertThat(renamed.replace(BEFORE_PUBLIC, "").replace(AFTER_PUBLIC, "")).isEqualTo(plan.toString());
            if (!plan.isEmpty()) {
                assertThat(renamed).isNotEqualTo(plan.toString());
            }
            steps[0] += plan.steps().size();
        });
        System.out.println("metamorphic: " + steps[0] + " steps have the same form under other names");
        assertThat(steps[0]).isPositive();
    }

    /** Keeps the order, and the name that Postgres gave. */
    private static String renamed(String name) {
        int order = name.compareTo("public");
        return order == 0 ? name : (order < 0 ? BEFORE_PUBLIC : AFTER_PUBLIC) + name;
    }

    @Test
    void aSchemaDoesNotDifferFromItself() {
        Cases.forEachPair(MetamorphicTest.class, "dibs.metamorphic", (pair, number) -> {
            Model model = pair.to();
            assertThat(Differ.diff(ModelSchema.of(model), ModelSchema.shuffled(model, new Random(number)), OPTIONS).changes())
                    .isEmpty();
        });
    }

    @Test
    void aDetourEndsWhereTheStraightWayDoes() {
        Cases.forEach(MetamorphicTest.class, "dibs.metamorphic", number -> RandomPair.chain(Cases.SEED, number, 3), (number,
                models) -> {
            List<Schema> chain = models.stream().map(ModelSchema::of).toList();
            Schema straight = end(chain.get(0), chain.get(2));
            Schema detour = end(end(chain.get(0), chain.get(1)), chain.get(2));
            assertThat(detour.ids()).containsExactlyElementsOf(straight.ids());
            assertThat(Differ.diff(detour, straight, OPTIONS).changes()).isEmpty();
        });
    }

    /** What is there once the steps have done what they say, with the needs of what was wanted. */
    private static Schema end(Schema from, Schema to) {
        Schema.Builder end = Schema.builder();
        Replay.of(plan(from, to), from, to).values().forEach(object -> {
            end.add(object);
            to.dependenciesOf(object.id()).forEach(need -> end.dependency(object.id(), need));
        });
        return end.build();
    }

    private static Plan plan(Schema from, Schema to) {
        return Planner.plan(Differ.diff(from, to, OPTIONS), PlanOptions.forServer(15));
    }
}
