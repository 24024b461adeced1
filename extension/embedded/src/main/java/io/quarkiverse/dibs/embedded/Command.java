package io.quarkiverse.dibs.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Starts operating-system commands: in the root folder, so that any user may, and without PG* variables, which would steer
 * them.
 */
final class Command {

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[\\d;]*m");
    private static final String MAVEN_ERROR = "[ERROR] ";

    private Command() {
    }

    static ProcessBuilder of(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /**
     * Runs to the end and returns what was printed.
     *
     * @throws EmbeddedPostgresException when the command cannot be started or fails, with the line printed that says why
     */
    static String run(List<String> command) {
        try {
            Process process = of(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new EmbeddedPostgresException(
                        name(command) + " failed with status " + status + ": " + reason(output));
            }
            return output;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Could not run " + name(command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while running " + name(command), e);
        }
    }

    /** The full path of a program. */
    static Optional<String> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : (path + File.pathSeparator + "/usr/bin" + File.pathSeparator + "/bin")
                .split(File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }

    static String required(String program, String why) {
        return find(program)
                .orElseThrow(() -> new EmbeddedPostgresException("'" + program + "' is not on the PATH (" + why + ")"));
    }

    static String resource(String name) {
        try (var in = Command.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(List<String> command) {
        // behind setpriv and its options stands what was meant
        return command.stream().filter(word -> !word.startsWith("-") && !word.endsWith("/setpriv")).findFirst()
                .map(word -> Path.of(word).getFileName().toString()).orElse("command");
    }

    /** The last line; of Maven, which ends with where to read more, the first that is an error. */
    private static String reason(String output) {
        List<String> lines = COLOURS.matcher(output).replaceAll("").lines().map(String::strip).filter(line -> !line.isEmpty())
                .toList();
        return lines.stream().filter(line -> line.startsWith(MAVEN_ERROR)).findFirst()
                .map(line -> line.substring(MAVEN_ERROR.length()).replace(" -> [Help 1]", ""))
                .or(() -> lines.stream().reduce((earlier, later) -> later)).orElse("it printed nothing");
    }
}
