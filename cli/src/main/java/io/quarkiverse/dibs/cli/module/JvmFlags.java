package io.quarkiverse.dibs.cli.module;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags of a JVM that lives for seconds, one compiler, no collector threads. */
final class JvmFlags {

    private JvmFlags() {
    }

    static List<String> forShortRuns(Path jar) {
        List<String> flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                "-XX:-UsePerfData"));
        Path archive = jar.resolveSibling("app-cds.jsa");
        if (Files.isRegularFile(archive)) {
            flags.add("-XX:SharedArchiveFile=" + archive);
        }
        return flags;
    }
}
