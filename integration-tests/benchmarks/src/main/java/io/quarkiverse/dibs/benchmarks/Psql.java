package io.quarkiverse.dibs.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One running {@code psql} that is told to run a script again and again; its results are formatted plainly and thrown away. */
final class Psql implements AutoCloseable {

    private static final String DONE = "dibs-benchmark-done";

    private final Process process;
    private final Writer input;
    private final BufferedReader output;
    private final Path script;

    /** Reads: in one transaction that writes nothing. */
    static Psql reading(String url, List<String> statements) throws IOException {
        return new Psql(url, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\nSET LOCAL search_path = '';\n"
                + String.join(";\n", statements) + ";\nROLLBACK;\n");
    }

    /** @param text what to run: SQL and commands of psql */
    Psql(String url, String text) throws IOException {
        script = Files.createTempFile("dibs-benchmark", ".sql");
        Files.writeString(script, "\\o /dev/null\n" + text + "\\o\n");
        process = new ProcessBuilder("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        input = process.outputWriter(StandardCharsets.UTF_8);
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whether the program and its companion are there. */
    static boolean isPresent(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs the script once. */
    Void run() throws IOException {
        input.write("\\i " + script + "\n\\echo " + DONE + "\n");
        input.flush();
        for (String line = output.readLine(); !DONE.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("psql ended: its script failed");
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        input.close();
        process.destroy();
        Files.delete(script);
    }
}
