package io.quarkiverse.dibs.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.schema.Schema;

/** The pure parts: diff and solve, warm, with no server. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 4, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class SolverBenchmark {

    private Schema thousand;
    private Schema changed;
    private Schema tenThousand;

    @Setup
    public void build() {
        thousand = Shape.schema(1_000, false);
        changed = Shape.schema(1_000, true);
        tenThousand = Shape.schema(10_000, false);
    }

    @Benchmark
    public Plan fortyChangesInThousandTables() {
        return solve(thousand, changed);
    }

    @Benchmark
    public Plan createTenThousandTables() {
        return solve(Schema.EMPTY, tenThousand);
    }

    @Benchmark
    public Plan dropTenThousandTables() {
        return solve(tenThousand, Schema.EMPTY);
    }

    @Benchmark
    public Schema buildTheSchemaOfThousandTables() {
        return Shape.schema(1_000, false);
    }

    private static Plan solve(Schema from, Schema to) {
        return Planner.plan(Differ.diff(from, to, DiffOptions.complete()), PlanOptions.newest());
    }
}
