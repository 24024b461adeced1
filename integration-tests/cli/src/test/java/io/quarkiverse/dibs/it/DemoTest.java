package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** The demo that the README promises, as a stranger runs it. */
class DemoTest {

    @TempDir
    Path temporary;

    @Test
    void theDemoGoesRoundTwiceEndsInSyncAndLeavesNothingBehind() throws IOException {
        Result demo = Cli.in(temporary).with("CI", "true").with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .run("demo");

        assertThat(demo.status()).as(demo.toString()).isZero();
        assertThat(demo.out()).contains("$ dibs generate-from-diff create-shop", "CREATE TABLE public.customers (",
                "RENAME COLUMN display_name TO full_name", "db.backfill(\"customers.language\")", "20000 of 20000",
                "REFERENCES public.loyalty_tiers");
        assertThat(demo.out().strip().lines().reduce((first, last) -> last).orElseThrow()).startsWith("in sync");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("dibs-demo"))).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info).flatMap(info -> info.commandLine().stream())
                .filter(line -> line.contains(temporary.toString()))).isEmpty();
    }
}
