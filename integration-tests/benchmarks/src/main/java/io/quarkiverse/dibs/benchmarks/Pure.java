package io.quarkiverse.dibs.benchmarks;

import java.util.Collection;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link SolverBenchmark} by JMH in a JVM of its own and reports the medians. */
final class Pure {

    private static final Map<String, String[]> WANTED = Map.of(
            "fortyChangesInThousandTables", new String[] { "diff + solve, 1,000 tables, 40 changes", "< 50 ms" },
            "createTenThousandTables", new String[] { "diff + solve, create 10,000 tables with foreign keys", "< 1000 ms" },
            "dropTenThousandTables", new String[] { "diff + solve, drop 10,000 tables with foreign keys", "< 1000 ms" },
            "buildTheSchemaOfThousandTables", new String[] { "build the model of 1,000 tables", "" });

    private Pure() {
    }

    static void run(Report report) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(SolverBenchmark.class.getSimpleName())
                .verbosity(VerboseMode.SILENT).build()).run();
        for (RunResult result : results) {
            String label = result.getPrimaryResult().getLabel();
            String[] wanted = WANTED.get(label);
            report.alone(wanted[0], result.getPrimaryResult().getStatistics().getPercentile(50), wanted[1]);
        }
    }
}
