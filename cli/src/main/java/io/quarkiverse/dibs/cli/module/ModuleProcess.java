package io.quarkiverse.dibs.cli.module;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.protocol.Announcement;
import io.quarkiverse.dibs.protocol.Handshake;
import io.quarkiverse.dibs.protocol.Token;

/**
 * A serving db module as a child process. URL and token go by its environment, never by its arguments. Its output is drained
 * all the time; when this process goes away, the child sees the end of its standard input and ends by itself.
 */
final class ModuleProcess implements AutoCloseable {

    private static final long READY_SECONDS = 60;
    private static final long END_SECONDS = 20;
    private static final int LINES_KEPT = 12;

    private final Process process;
    private final ClassArchive archive;
    private final Token token = Token.random();
    private final CompletableFuture<Handshake> handshake = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Terminal terminal;
    private final boolean verbose;

    /**
     * @param url the database, or empty when the module knows it itself
     * @param services where the child announces itself, or empty when nobody is to find it
     */
    ModuleProcess(Path jar, Optional<String> url, Optional<Path> services, Terminal terminal, boolean verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
        this.archive = new ClassArchive(jar);
        Optional<ProgramLayout> layout = ProgramLayout.of(jar);
        List<String> command = new ArrayList<>(List.of(Platform.java()));
        command.addAll(JvmFlags.SHORT_RUNS);
        layout.ifPresentOrElse(program -> {
            command.addAll(archive.flags());
            // what the manifest of quarkus-run.jar and its loader would have seen to
            command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", program.mainClass()));
        }, () -> command.addAll(List.of("-jar", jar.toString())));
        command.add("serve");
        ProcessBuilder builder = new ProcessBuilder(Platform.ignoringInterrupts(command));
        layout.ifPresent(program -> builder.environment().put("CLASSPATH", program.classPath()));
        builder.environment().put(Token.ENVIRONMENT, token.secret());
        builder.environment().put(Token.USE, "once");
        services.ifPresent(folder -> builder.environment().put(Announcement.ENVIRONMENT, folder.toString()));
        url.ifPresent(value -> builder.environment().put("DATABASE_URL", value));
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new DibsException(Problem.of("DIBS-0802", Category.BUILD, "the db module cannot be started: "
                    + e.getMessage()).at(jar.toString()), e);
        }
        Thread out = new Thread(() -> drain(process.inputReader(StandardCharsets.UTF_8), true), "dibs-module-out");
        Thread err = new Thread(() -> drain(process.errorReader(StandardCharsets.UTF_8), false), "dibs-module-err");
        out.setDaemon(true);
        err.setDaemon(true);
        out.start();
        err.start();
        process.onExit().thenAccept(ended -> handshake.completeExceptionally(new IllegalStateException("ended")));
    }

    Token token() {
        return token;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it listens. */
    Handshake handshake() {
        try {
            return handshake.get(READY_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            awaitEnd(2);
            throw CliProblem.build("DIBS-0802", "the db module ended before it was ready" + exitStatus() + saidLast(),
                    "See what it says; java -jar on its jar shows the same.");
        } catch (TimeoutException e) {
            throw CliProblem.build("DIBS-0803", "the db module was not ready within " + READY_SECONDS + " seconds" + saidLast(),
                    "Set quarkus.dibs.service=true in its application.properties and build it again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DibsException(Problem.of("DIBS-0804", Category.INTERRUPTED, "interrupted"), e);
        }
    }

    /** Why it is gone, for a call that got no answer; empty while it lives. */
    Optional<String> ended() {
        awaitEnd(2);
        return process.isAlive() ? Optional.empty() : Optional.of("the db module ended" + exitStatus() + saidLast());
    }

    private String exitStatus() {
        return process.isAlive() ? "" : " (status " + process.exitValue() + ")";
    }

    private String saidLast() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "" : "\n  " + String.join("\n  ", lastLines);
        }
    }

    private void drain(BufferedReader reader, boolean expectHandshake) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Optional<Handshake> said = expectHandshake ? Handshake.parse(line) : Optional.empty();
                if (said.isPresent()) {
                    handshake.complete(said.get());
                } else {
                    keep(line);
                }
            }
        } catch (IOException e) {
            // the child is gone, and onExit says so
            keep("(output ended: " + e.getMessage() + ")");
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            if (!line.startsWith("\tat ") && !line.isBlank()) {
                lastLines.addLast(line);
            }
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
        if (verbose) {
            terminal.say("db module: " + line);
        }
    }

    private boolean awaitEnd(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the child to end by closing its input; one that does not is destroyed. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it is gone already
            keep(String.valueOf(e.getMessage()));
        }
        if (!awaitEnd(END_SECONDS)) {
            process.destroy();
            if (!awaitEnd(2)) {
                process.destroyForcibly();
            }
        }
        archive.keep(!process.isAlive() && process.exitValue() == 0);
    }
}
