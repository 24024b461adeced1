package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Proves numbered random pairs on the server of one major version, each in both directions. {@code -Ddibs.seed=} chooses the
 * pairs, {@code -Ddibs.case=} runs one of them; a failure is shrunk and written to target as a corpus folder.
 */
final class ProvenPairs {

    static final long SEED = Long.getLong("dibs.seed", 20260101);
    private static final Integer ONLY = Integer.getInteger("dibs.case");
    private static final int CONNECTIONS = 2;
    private static final int SHRINKING = 150;
    /** Refusals that are an answer: none of the changes that are made is beyond Postgres. */
    private static final List<String> LISTED = List.of("DIBS-0403", "may-fail-on-data");

    private final Class<?> test;
    private final Source source;
    private final int major;

    private ProvenPairs(Class<?> test, Source source, int major) {
        this.test = test;
        this.source = source;
        this.major = major;
    }

    /** Where pairs come from. */
    interface Source {

        Pair pair(String name, int number);

        /** The pair of that number with as little in it as still fails. */
        Pair shrunk(String name, int number, Predicate<Pair> fails, int attempts);
    }

    /** Fails with every pair that fails, and when there was none at all. */
    static void prove(Class<?> test, Source source, int major, int count) throws ExecutionException, InterruptedException {
        List<Integer> numbers = IntStream.range(0, count).mapToObj(i -> major * 1_000_000 + i).toList();
        new ProvenPairs(test, source, major)
                .prove(ONLY == null ? numbers : ONLY / 1_000_000 == major ? List.of(ONLY) : List.of());
    }

    private void prove(List<Integer> numbers) throws ExecutionException, InterruptedException {
        List<Callable<Outcome>> work = numbers.stream().<Callable<Outcome>> map(number -> () -> prove(number)).toList();
        ExecutorService executor = Executors.newFixedThreadPool(CONNECTIONS);
        int proofs = 0;
        int statements = 0;
        Map<String, Integer> rejections = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        try {
            for (Future<Outcome> future : executor.invokeAll(work)) {
                Outcome outcome = future.get();
                for (Proof proof : outcome.proofs()) {
                    proofs++;
                    statements += proof.plan() == null ? 0 : proof.plan().statements().size();
                    if (proof.rejection() != null) {
                        rejections.merge(code(proof), 1, Integer::sum);
                        System.out.println(proof.pair() + " " + proof.direction() + ": "
                                + proof.rejection().lines().findFirst().orElseThrow());
                    }
                }
                if (outcome.failure() != null) {
                    failures.add(outcome.failure());
                }
            }
        } finally {
            executor.shutdownNow();
        }
        System.out.println(test.getSimpleName() + ", Postgres " + major + ", seed " + SEED + ": " + numbers.size() + " pairs, "
                + proofs + " proofs, " + statements + " statements, rejections " + rejections + ", failures "
                + failures.size());
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures));
        }
        int rejected = rejections.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(rejected * 100).as("rejections in percent of %s proofs", proofs).isLessThan(Math.max(proofs, 1));
        if (ONLY == null) {
            assertThat(proofs).as("proofs").isPositive();
        }
    }

    private record Outcome(List<Proof> proofs, String failure) {
    }

    private Outcome prove(int number) {
        PairProof proof = new PairProof(major, number % 10 == 0);
        String name = SEED + "-" + number;
        Path folder = Path.of("target", "failures", test.getSimpleName(), name);
        Pair pair = source.pair(name, number);
        List<Proof> proofs;
        try {
            proofs = proof.prove(pair);
        } catch (RuntimeException e) {
            Corpus.write(folder, pair);
            return new Outcome(List.of(), "the pair " + name + " cannot be loaded or read: " + e + "\n" + repeat(number));
        }
        if (proofs.stream().noneMatch(ProvenPairs::isWrong)) {
            return new Outcome(proofs, null);
        }
        Pair small = source.shrunk(name, number, candidate -> fails(proof, candidate), SHRINKING);
        Corpus.write(folder, small);
        StringBuilder text = new StringBuilder();
        proof.prove(small).stream().filter(ProvenPairs::isWrong)
                .forEach(each -> text.append(each.describe()).append('\n'));
        return new Outcome(proofs, text + "shrunk to " + folder + "\n" + repeat(number));
    }

    private static boolean isWrong(Proof proof) {
        return !proof.failures().isEmpty() || proof.rejection() != null && !LISTED.contains(code(proof));
    }

    private static String code(Proof proof) {
        return proof.rejection().split(" ")[0];
    }

    private String repeat(int number) {
        return Cases.repeat(test, number);
    }

    private static boolean fails(PairProof proof, Pair pair) {
        try {
            return proof.prove(pair).stream().anyMatch(ProvenPairs::isWrong);
        } catch (RuntimeException invalid) {
            return false;
        }
    }
}
