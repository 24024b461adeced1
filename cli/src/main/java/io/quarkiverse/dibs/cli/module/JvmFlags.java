package io.quarkiverse.dibs.cli.module;

import java.util.List;

/** The flags of a JVM that lives for seconds: one compiler, no collector threads. Measured in docs/benchmarks.md. */
final class JvmFlags {

    static final List<String> SHORT_RUNS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
            "-XX:-UsePerfData");

    private JvmFlags() {
    }
}
