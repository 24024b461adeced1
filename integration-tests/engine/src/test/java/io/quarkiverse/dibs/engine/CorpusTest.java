package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every case of the corpus, forwards and backwards. {@code -Dcase=area/name} (or {@code area}) runs part of it,
 * {@code -Dupdate} rewrites the plans, {@code -Dmajors=14,18} chooses the servers.
 */
@Execution(ExecutionMode.CONCURRENT)
class CorpusTest {

    /** First line of a {@code to.sql} from which Postgres has no way back; the reason follows. */
    private static final String FORWARDS_ONLY = "-- forwards only: ";
    private static final boolean UPDATE = System.getProperty("update") != null;
    private static final CorpusSelection SELECTION = new CorpusSelection();

    @Test
    void theCorpusIsThere() {
        List<Integer> majors = CorpusSelection.majors();
        majors.forEach(major -> System.out.println(SELECTION.summary(major)));
        assertThat(majors.stream().mapToInt(major -> SELECTION.on(major).size()).sum()).as("cases").isPositive();
        if (CorpusSelection.isWhole()) {
            assertThat(majors).allSatisfy(major -> assertThat(SELECTION.on(major)).isNotEmpty());
        }
    }

    @TestFactory
    Stream<DynamicNode> everyCaseHoldsInBothDirections() {
        return CorpusSelection.majors().stream().flatMap(major -> SELECTION.on(major).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name() + " on " + major, () -> holds(pair, major))));
    }

    private static void holds(Pair pair, int major) {
        List<Proof> proofs = proofs(pair, major);
        if (UPDATE && proofs.stream().allMatch(proof -> proof.plan() != null)) {
            StringBuilder text = new StringBuilder();
            proofs.forEach(
                    proof -> text.append("-- ").append(proof.direction()).append('\n').append(PlanText.of(proof.plan())));
            Corpus.writePlan(pair.name(), text.toString());
        }
        String failed = proofs.stream().filter(proof -> !proof.holds()).map(Proof::describe).collect(Collectors.joining("\n"));
        if (!failed.isEmpty()) {
            throw new AssertionError("on " + major + ": " + failed);
        }
    }

    private static List<Proof> proofs(Pair pair, int major) {
        try {
            List<Proof> both = new PairProof(major, true).prove(pair);
            return pair.to().startsWith(FORWARDS_ONLY) ? both.subList(0, 1) : both;
        } catch (RuntimeException e) {
            throw new AssertionError(pair.name() + " on " + major + " cannot be loaded or read: " + e.getMessage(), e);
        }
    }
}
