package io.quarkiverse.dibs.it;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application of a workspace in dev mode, started by {@code dibs dev} and stopped as a terminal does it. */
final class DevApplication implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(4);
    private static final int LAST_LINES = 60;

    private final Path workspace;
    private final Process process;
    private final int port;
    private final StringBuffer said = new StringBuffer();

    private DevApplication(Path workspace, Process process, int port) {
        this.workspace = workspace;
        this.process = process;
        this.port = port;
        follow(process.inputReader(StandardCharsets.UTF_8));
        follow(process.errorReader(StandardCharsets.UTF_8));
    }

    /** Returns when it listens. */
    static DevApplication start(Path workspace, String databaseUrl, String... arguments) {
        try {
            DevApplication application = start(workspace, databaseUrl, freePort(), arguments);
            application.awaitSaid("Listening on");
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns at once, for a start that does not come to listen. */
    static DevApplication start(Path workspace, String databaseUrl, int port, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of("dev", "-Dquarkus.http.port=" + port, "-Ddebug=false",
                    "-Dquarkus.analytics.disabled=true", "-Dquarkus.test.continuous-testing=disabled"));
            command.addAll(List.of(arguments));
            Cli cli = databaseUrl == null ? Cli.in(workspace) : Cli.in(workspace).with("DATABASE_URL", databaseUrl);
            return new DevApplication(workspace, cli.start(command.toArray(String[]::new)), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void follow(BufferedReader reader) {
        Thread thread = new Thread(() -> {
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    said.append(line).append('\n');
                }
            } catch (IOException ended) {
                said.append(ended).append('\n');
            }
        }, "dibs-dev-output");
        thread.setDaemon(true);
        thread.start();
    }

    void awaitSaid(String text) {
        await().atMost(READY).pollInterval(Duration.ofMillis(100))
                .until(() -> said.indexOf(text) >= 0 || !process.isAlive());
        if (said.indexOf(text) < 0) {
            throw new AssertionError("dev mode ended and never said \"" + text + "\":\n" + said);
        }
    }

    /** How often it has been said. */
    long times(String text) {
        return said.toString().split(Pattern.quote(text), -1).length - 1;
    }

    String said() {
        return said.toString();
    }

    /** The end of it, without the lines of stack traces. */
    String lastSaid() {
        List<String> lines = said().lines().filter(line -> !line.startsWith("\tat ")).toList();
        return "dev mode had said\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    Path workspace() {
        return workspace;
    }

    /** A page of dibs. */
    String page(String name) {
        return "http://localhost:" + port + "/q/dev-ui/quarkus-dibs/" + name;
    }

    /** All the cards. */
    String cards() {
        return "http://localhost:" + port + "/q/dev-ui/extensions";
    }

    /** Changes a source of the db module, as somebody does who saves a file. */
    void edit(String file, String from, String to) {
        Path path = workspace.resolve("shop-db/src/main/java/org/acme/shop/db").resolve(file);
        try {
            String text = Files.readString(path);
            if (!text.contains(from)) {
                throw new AssertionError(path + " has no \"" + from + "\"");
            }
            Files.writeString(path, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(60, TimeUnit.SECONDS);
            for (ProcessHandle one : all) {
                one.onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            throw new AssertionError("dev mode did not end:\n" + said, e);
        }
    }
}
