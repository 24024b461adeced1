package io.quarkiverse.dibs.cli.module;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.cli.workspace.MavenCommand;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.TextRenderer;

/**
 * One run of Maven with its progress on one line. A failure shows what Maven and the compiler said, without the boilerplate.
 */
final class MavenBuild {

    private static final Pattern STEP = Pattern.compile("\\[INFO\\] --- (?:\\S*:)?([\\w-]+):[\\w.-]+:([\\w-]+) .*@ (\\S+) ---");
    // what Maven says after every failure
    /** A problem that dibs itself found in the entities or migrations. */
    private static final Pattern OWN_PROBLEM = Pattern
            .compile("threw an exception: io\\.quarkiverse\\.dibs\\.error\\.DibsException: (.*)");
    /** A line of a stack trace. */
    private static final Pattern FRAME = Pattern.compile("^\\s+(at \\S+\\(.*\\)|\\.\\.\\. \\d+ more)$");
    private static final Pattern BOILERPLATE = Pattern.compile("^\\[Help \\d+\\]|Re-run Maven|-e switch|full debug"
            + "|For more information|To see the full|After correcting|mvn <args>|COMPILATION ERROR|^-+$|^\\s*$");
    private static final int MOST_MESSAGES = 40;
    private static final int LINES_KEPT = 8;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private final Terminal terminal;

    MavenBuild(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Ends all that run, with what they have started. */
    static void endAll() {
        for (Process maven : RUNNING) {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
        }
    }

    /**
     * @param what is built, for people
     * @throws DibsException DIBS-0911 with what the compiler said
     */
    void run(String what, Path root, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(MavenCommand.required(root), "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(arguments);
        terminal.say("building " + what + " ...");
        long start = System.nanoTime();
        List<String> errors = new ArrayList<>();
        Deque<String> last = new ArrayDeque<>();
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Platform.NOTHING));
            MavenCommand.startsFast(builder.environment());
            Process maven = builder.start();
            RUNNING.add(maven);
            maven.onExit().thenAccept(RUNNING::remove);
            try (BufferedReader lines = maven.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String plain = line.replaceAll("\u001b\\[[0-9;]*m", "");
                    read(plain, errors);
                    last.addLast(plain);
                    if (last.size() > LINES_KEPT) {
                        last.removeFirst();
                    }
                }
            }
            int status = maven.waitFor();
            if (status != 0) {
                if (errors.isEmpty()) {
                    errors.add(" Maven ended with status " + status + " and named no error; it said last:");
                    errors.addAll(last);
                }
                throw failed(what, errors);
            }
        } catch (IOException e) {
            throw new DibsException(Problem.of("DIBS-0912", Category.BUILD, "Maven cannot be started: " + e.getMessage())
                    .remedy("Check " + command.get(0) + "."), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DibsException(Problem.of("DIBS-0913", Category.INTERRUPTED, "the build was interrupted"), e);
        }
        terminal.say("built " + what + " in " + TextRenderer.duration((System.nanoTime() - start) / 1_000_000));
    }

    private void read(String line, List<String> errors) {
        Matcher step = STEP.matcher(line);
        if (step.find()) {
            terminal.status("  " + step.group(3) + ": " + step.group(1) + " " + step.group(2));
        } else if (line.startsWith("[ERROR]")) {
            String message = line.substring("[ERROR]".length()).replaceAll("-> \\[Help \\d+\\]$", "").stripTrailing();
            Matcher own = OWN_PROBLEM.matcher(message);
            if (own.find()) {
                // what Quarkus and Maven wrap around it says nothing more
                errors.clear();
                errors.add(" " + own.group(1));
            } else if (!BOILERPLATE.matcher(message.strip()).find() && !FRAME.matcher(message).find()
                    && !errors.contains(message)) {
                errors.add(message);
            }
        }
    }

    private static DibsException failed(String what, List<String> errors) {
        StringBuilder message = new StringBuilder(what).append(" does not build");
        errors.stream().limit(MOST_MESSAGES).forEach(error -> message.append("\n ").append(error));
        if (errors.size() > MOST_MESSAGES) {
            message.append("\n  and ").append(errors.size() - MOST_MESSAGES).append(" more lines");
        }
        return CliProblem.build("DIBS-0911", message.toString(), "Mend what the build says and run the command again.");
    }
}
