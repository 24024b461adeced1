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

    private static final String ONLY = System.getProperty("case");
    private static final boolean UPDATE = System.getProperty("update") != null;
    private static final List<Integer> MAJORS = Stream.of(System.getProperty("majors", "15").split(",")).map(Integer::valueOf)
            .toList();

    @Test
    void theCorpusIsThere() {
        assertThat(Corpus.cases(ONLY)).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicNode> everyCaseHoldsInBothDirections() {
        List<Pair> pairs = Corpus.cases(ONLY);
        return MAJORS.stream().flatMap(major -> pairs.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name() + " on " + major, () -> holds(pair, major))));
    }

    private static void holds(Pair pair, int major) {
        List<Proof> proofs = new PairProof(major, true).prove(pair);
        if (UPDATE && proofs.stream().allMatch(proof -> proof.plan() != null)) {
            StringBuilder text = new StringBuilder();
            proofs.forEach(
                    proof -> text.append("-- ").append(proof.direction()).append('\n').append(PlanText.of(proof.plan())));
            Corpus.writePlan(pair.name(), text.toString());
        }
        String failed = proofs.stream().filter(proof -> !proof.holds()).map(Proof::describe).collect(Collectors.joining("\n"));
        if (!failed.isEmpty()) {
            throw new AssertionError(failed);
        }
    }
}
