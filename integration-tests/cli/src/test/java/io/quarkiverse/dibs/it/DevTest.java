package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code dibs dev} on the example: its application in dev mode, on the workspace's own database, until it is interrupted. */
class DevTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void startsTheApplicationOnTheWorkspacesDatabaseAndEndsWithEverythingItStarted() throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder);
        Process dev = Cli.in(shop).start("dev", "-Dquarkus.http.port=0", "-Ddebug=false", "-Dquarkus.analytics.disabled=true");
        String said = readUntil(dev.inputReader(StandardCharsets.UTF_8), "Tests paused");
        assertThat(said).doesNotContain("Exception");
        List<ProcessHandle> all = Stream.concat(dev.descendants(), Stream.of(dev.toHandle())).toList();
        assertThat(all).as("Maven and what it started").hasSizeGreaterThan(1);

        for (ProcessHandle process : all) {
            // as a terminal does: to everything in the foreground
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        }

        assertThat(dev.waitFor(60, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : all) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(Files.exists(shop.resolve(".dibs/postgres/data/postmaster.pid"))).isFalse();
    }

    private static String readUntil(BufferedReader reader, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(text)) {
                return seen.toString();
            }
        }
        throw new AssertionError("never said \"" + text + "\":\n" + seen);
    }
}
