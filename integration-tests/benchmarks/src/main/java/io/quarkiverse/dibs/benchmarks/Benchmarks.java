package io.quarkiverse.dibs.benchmarks;

import java.util.List;

/** Measures what is asked for (all without arguments) and prints one table. */
public final class Benchmarks {

    private static final List<String> PARTS = List.of("introspection", "diff", "runner", "fleet", "pure");

    private Benchmarks() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> parts = arguments.length == 0 ? PARTS : List.of(arguments);
        if (!PARTS.containsAll(parts)) {
            System.err.println("usage: run [" + String.join("] [", PARTS) + "]");
            System.exit(2);
        }
        int pairs = Integer.getInteger("dibs.benchmark.pairs", 15);
        Report report = new Report(System.out);
        for (String part : parts) {
            switch (part) {
                case "introspection" -> Introspection.run(report, pairs);
                case "diff" -> WholeDiff.run(report, pairs);
                case "runner" -> RunnerBenchmark.run(report, pairs);
                case "fleet" -> FleetBenchmark.run(report, pairs);
                default -> Pure.run(report);
            }
        }
        System.exit(0);
    }
}
