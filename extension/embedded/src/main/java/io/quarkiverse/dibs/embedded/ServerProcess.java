package io.quarkiverse.dibs.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A started {@code postgres}, in a session of its own so that Ctrl-C at the terminal does not reach it. An owned one hangs on a
 * pipe from this process (owned-server.sh) and goes when that ends, even by kill -9. Knows nothing of leases or passwords.
 */
final class ServerProcess {

    private static final long POLL_NANOS = 5_000_000;
    private static final long START_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final String LOG = "postgres.log";

    /** What happens to a server when its owner is gone. */
    enum WhenOrphaned {
        /** Sessions may end first; then the data is kept. */
        SHUT_DOWN,
        /** The server stops at once and its data folder is removed. */
        DISCARD
    }

    /** How a start went. */
    enum Outcome {
        READY,
        /** Another process listens on the port. */
        PORT_TAKEN,
        /** The processes of a server that was killed have not all ended yet. */
        DATA_IN_USE
    }

    private final Path data;
    private final long pid;
    private final Process watcher;
    private final BufferedReader output;

    private ServerProcess(Path data, long pid, Process watcher, BufferedReader output) {
        this.data = data;
        this.pid = pid;
        this.watcher = watcher;
        this.output = output;
    }

    /** Starts a server that goes when this process does. */
    static ServerProcess owned(PostgresBinaries binaries, Path data, int port, Map<String, String> settings, Path leases,
            WhenOrphaned whenOrphaned) throws IOException {
        boolean discard = whenOrphaned == WhenOrphaned.DISCARD;
        List<String> command = new ArrayList<>(List.of("sh", script().toString(),
                discard ? "immediate" : "smart", leases.toString(), data.resolve(LOG).toString(),
                discard ? data.toString() : "", data.toString()));
        command.addAll(postgres(binaries, data, port, settings));
        Process watcher = start(command, ProcessBuilder.Redirect.PIPE);
        BufferedReader output = new BufferedReader(new InputStreamReader(watcher.getInputStream(), StandardCharsets.UTF_8));
        String first = output.readLine();
        if (first == null || !first.chars().allMatch(Character::isDigit)) {
            throw new EmbeddedPostgresException("The Postgres server could not be started: " + first);
        }
        return new ServerProcess(data, Long.parseLong(first), watcher, output);
    }

    /** Starts a server that outlives this process. */
    static ServerProcess detached(PostgresBinaries binaries, Path data, int port, Map<String, String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "log=$1; shift; exec \"$@\" </dev/null >\"$log\" 2>&1",
                "dibs-postgres", data.resolve(LOG).toString()));
        command.addAll(postgres(binaries, data, port, settings));
        Process process = start(command, ProcessBuilder.Redirect.DISCARD);
        return new ServerProcess(data, process.pid(), null, null);
    }

    private static List<String> postgres(PostgresBinaries binaries, Path data, int port, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data.toString(),
                "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "logging_collector=off", "-c", "lc_messages=C"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** A file, for the list of processes to stay readable. */
    private static Path script() throws IOException {
        String text = Command.resource("owned-server.sh");
        Path script = Folders.cache().resolve("owned-server-" + Integer.toHexString(text.hashCode()) + ".sh");
        if (!Files.exists(script)) {
            Path partial = Files.createTempFile(script.getParent(), "owned-server", ".partial");
            Files.writeString(partial, text);
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(partial, script, StandardCopyOption.ATOMIC_MOVE);
        }
        return script;
    }

    private static Process start(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        List<String> all = new ArrayList<>();
        Command.find("setsid").ifPresent(all::add);
        all.addAll(command);
        return Command.of(ServerUser.current().command(all)).redirectErrorStream(true).redirectOutput(output).start();
    }

    long pid() {
        return pid;
    }

    /**
     * Waits until connections are accepted, or never will be for a reason that may pass.
     *
     * @throws EmbeddedPostgresException with what the server said when it gave up
     */
    Outcome awaitReady() {
        long deadline = System.nanoTime() + START_TIMEOUT_NANOS;
        while (System.nanoTime() - deadline < 0) {
            if (PostmasterFile.read(data).filter(file -> file.pid() == pid && file.ready()).isPresent()) {
                return Outcome.READY;
            }
            if (!isAlive()) {
                String log = log();
                if (log.contains("could not bind") || log.contains("could not create any TCP/IP sockets")) {
                    return Outcome.PORT_TAKEN;
                }
                if (log.contains("pre-existing shared memory block")) {
                    return Outcome.DATA_IN_USE;
                }
                throw new EmbeddedPostgresException("The Postgres server on " + data + " did not start: " + reason(log));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        throw new EmbeddedPostgresException("The Postgres server on " + data + " was not ready in time: " + reason(log()));
    }

    private boolean isAlive() {
        return watcher != null ? watcher.isAlive() : ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Asks the watcher of an owned server to stop it in one of its ways, or, by null, says that the owner is gone. */
    void ask(String how) {
        try (OutputStream pipe = watcher.getOutputStream()) {
            if (how != null) {
                pipe.write((how + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException alreadyGone) {
            // a pipe that nobody reads means that the server has ended, which was the wish
            return;
        }
    }

    /** @return false when an owned server and its watcher are still there after that time */
    boolean awaitEnd(long seconds) {
        try {
            return watcher.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String log() {
        try {
            // the watcher of an owned server that has ended prints the log before it removes it
            return watcher == null || watcher.isAlive() ? Files.readString(data.resolve(LOG))
                    : output.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "";
        }
    }

    private static String reason(String log) {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().filter(line -> line.contains("FATAL:") || line.contains("PANIC:")).findFirst()
                .or(() -> lines.stream().reduce((earlier, later) -> later))
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): +", "")).orElse("it left no log");
    }
}
