package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.quarkiverse.dibs.plan.online.Online;

/**
 * Every case of the corpus, forwards and backwards. {@code -Dcase=area/name} (or {@code area}) runs part of it,
 * {@code -Dupdate} records the plans for core's tests, {@code -Dmajors=14,18} chooses the servers, {@code -Dshow} prints the
 * plans. They are in their plain form, and on 18 in the one that keeps nobody waiting.
 */
@Execution(ExecutionMode.CONCURRENT)
class CorpusTest {

    /** First line of a {@code to.sql} from which Postgres has no way back; the reason follows. */
    private static final String FORWARDS_ONLY = "-- forwards only: ";
    /** {@code -Donline=always} or {@code never} chooses one form for all servers. */
    private static final String ONLINE = System.getProperty("online");
    private static final int IN_ONLINE_FORMS = 18;
    private static final boolean UPDATE = System.getProperty("update") != null;
    private static final boolean SHOW = System.getProperty("show") != null;
    private static final RecordedPlans RECORDED = new RecordedPlans();
    private static final CorpusSelection SELECTION = new CorpusSelection();
    private static final CorpusCoverage COVERAGE = new CorpusCoverage();

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

    /** Every kind of object and every aspect is touched by a case, or listed with the reason why not. */
    @AfterAll
    static void theCorpusTouchesEveryKindAndAspect() {
        if (UPDATE) {
            RECORDED.write();
        }
        System.out.println(COVERAGE.table());
        if (CorpusSelection.isWhole()) {
            SortedSet<String> listed = new TreeSet<>();
            Resources.text("untouched.txt").lines().filter(line -> !line.isBlank()).forEach(line -> {
                assertThat(line).as("a line of untouched.txt").matches("[a-z -]+: .+");
                listed.add(line.substring(0, line.indexOf(':')));
            });
            assertThat(COVERAGE.gaps()).as("what no case touches, against untouched.txt").isEqualTo(listed);
        }
    }

    private static void holds(Pair pair, int major) {
        List<Proof> proofs = proofs(pair, major);
        proofs.stream().filter(proof -> proof.plan() != null).forEach(proof -> COVERAGE.add(pair.name(), major, proof.plan()));
        if (SHOW) {
            proofs.forEach(proof -> System.out.println("-- " + pair.name() + " on " + major + "\n" + proof.plan()));
        }
        if (UPDATE && major == RecordedPlans.MAJOR && ONLINE == null && proofs.stream().allMatch(Proof::holds)) {
            RECORDED.add(pair.name(), proofs);
        }
        String failed = proofs.stream().filter(proof -> !proof.holds()).map(Proof::describe).collect(Collectors.joining("\n"));
        if (!failed.isEmpty()) {
            throw new AssertionError("on " + major + ": " + failed);
        }
    }

    private static Online online(int major) {
        return ONLINE != null ? Online.of(ONLINE).orElseThrow() : major == IN_ONLINE_FORMS ? Online.ALWAYS : Online.NEVER;
    }

    private static List<Proof> proofs(Pair pair, int major) {
        try {
            List<Proof> both = new PairProof(major, CorpusSelection.isDumped(pair), online(major)).prove(pair);
            return pair.to().startsWith(FORWARDS_ONLY) ? both.subList(0, 1) : both;
        } catch (RuntimeException e) {
            throw new AssertionError(pair.name() + " on " + major + " cannot be loaded or read: " + e.getMessage(), e);
        }
    }
}
