package io.quarkiverse.dibs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the packaged {@code dibs} command as a process of its own, as users do. Immutable. */
final class Cli {

    private static final long MOST_SECONDS = 300;

    private final Path folder;
    private final Map<String, String> environment;

    private Cli(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** In a folder, with nothing in the environment that would choose a database. */
    static Cli in(Path folder) {
        return new Cli(folder, Map.of());
    }

    Cli with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Cli(folder, more);
    }

    /** How a command ended and what it said. */
    record Result(int status, String out, String err) {
        @Override
        public String toString() {
            return "status " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    Result run(String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().close();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process, true));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process, false));
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("dibs " + String.join(" ", arguments) + " did not end\n" + out.join() + err.join());
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts the command without waiting for it. */
    Process start(String... arguments) throws IOException {
        return process("", arguments).start();
    }

    /**
     * @param terminals which of its streams the command takes for terminals, as the launcher script says it: {@code 012}
     */
    ProcessBuilder process(String terminals, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Ddibs.home=" + Project.root(),
                "-Ddibs.terminals=" + terminals, "-jar",
                Project.root().resolve("cli/target/quarkus-app/quarkus-run.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        for (String name : List.of("CI", "DATABASE_URL", "QUARKUS_DATASOURCE_REACTIVE_URL", "NO_COLOR")) {
            builder.environment().remove(name);
        }
        builder.environment().put("MAVEN_ARGS", ReactorRepository.mavenArguments());
        builder.environment().putAll(environment);
        return builder;
    }

    private static String read(Process process, boolean out) {
        try (var stream = out ? process.getInputStream() : process.getErrorStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
