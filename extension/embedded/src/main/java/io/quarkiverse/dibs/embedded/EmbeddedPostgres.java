package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A Postgres server on this machine's loopback address, started by this process or found running. A started one ends with this
 * process, however that ends, unless it was started detached. It never opens another address or a socket file. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final long STOP_SECONDS = 30;
    private static final long EXIT_SECONDS = 2;
    private static final long POLL_NANOS = 10_000_000;
    private static final Set<EmbeddedPostgres> OPEN = ConcurrentHashMap.newKeySet();

    private final ServerFolder folder;
    private final Path data;
    private final long pid;
    private final int port;
    private final String password;
    private final ServerProcess owned;
    private final String lease;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::closeAtExit, "dibs-embedded-postgres-stop");

    private EmbeddedPostgres(ServerFolder folder, Path data, long pid, int port, String password, ServerProcess owned,
            String lease) {
        this.folder = folder;
        this.data = data;
        this.pid = pid;
        this.port = port;
        this.password = password;
        this.owned = owned;
        this.lease = lease;
    }

    static EmbeddedPostgres owned(ServerFolder folder, Path data, int port, String password, ServerProcess process) {
        return new EmbeddedPostgres(folder, data, process.pid(), port, password, process, null).closedAtExit();
    }

    static EmbeddedPostgres attached(ServerFolder folder, PostmasterFile file, String lease) throws IOException {
        EmbeddedPostgres server = new EmbeddedPostgres(folder, folder.data(), file.pid(), file.port(), folder.password(),
                null, lease);
        return lease == null ? server : server.closedAtExit();
    }

    private EmbeddedPostgres closedAtExit() {
        OPEN.add(this);
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    /** Whether there is a server, or a claim to one, that this process has yet to give up. */
    public static boolean anyOpen() {
        return !OPEN.isEmpty();
    }

    public static EmbeddedPostgresBuilder builder() {
        return new EmbeddedPostgresBuilder();
    }

    /**
     * The server that runs on a data folder now, whoever started it. Using it this way does not keep it from ending with its
     * owner;
     * starting it again does.
     */
    public static Optional<EmbeddedPostgres> running(Path dataDirectory) {
        try {
            ServerFolder folder = ServerFolder.of(dataDirectory);
            Optional<PostmasterFile> file = PostmasterFile.running(folder.data()).filter(PostmasterFile::ready);
            return file.isPresent() ? Optional.of(attached(folder, file.get(), null)) : Optional.empty();
        } catch (IOException e) {
            throw EmbeddedPostgresException.of("The Postgres data in " + dataDirectory + " cannot be read", e);
        }
    }

    /**
     * Deletes the data of a persistent server, for ever.
     *
     * @throws EmbeddedPostgresException when a server is running on it
     */
    public static void reset(Path dataDirectory) {
        try {
            ServerFolder folder = ServerFolder.of(dataDirectory);
            if (!Files.exists(folder.root())) {
                return;
            }
            FileLocks.holding(folder.lock(), () -> {
                if (PostmasterFile.running(folder.data()).isPresent()) {
                    throw new EmbeddedPostgresException(EmbeddedPostgresException.Reason.DATA_IN_USE,
                            "A Postgres server is running on " + dataDirectory, "stop it first");
                }
                folder.delete();
                return null;
            });
        } catch (IOException e) {
            throw EmbeddedPostgresException.of("The Postgres data in " + dataDirectory + " cannot be deleted", e);
        }
    }

    /** The superuser's URL of database {@code postgres}. It holds the password. */
    public String url() {
        return url("postgres");
    }

    /** The superuser's URL of a database, whose name needs no escaping in a URL. It holds the password. */
    public String url(String database) {
        return "postgresql://" + user() + ":" + password + "@127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String user() {
        return ServerTemplate.SUPERUSER;
    }

    public String password() {
        return password;
    }

    /** The process that accepts connections. */
    public long pid() {
        return pid;
    }

    /** Where the server's files really are. */
    public Path dataDirectory() {
        return data;
    }

    /** Whether this object started the server and so ends it when closed. */
    public boolean isOwner() {
        return owned != null;
    }

    /** Stops the server, whoever owns it, and waits for that: open transactions roll back, what is committed is kept. */
    public void stop() {
        stop("fast", "INT");
    }

    /** Stops the server as a crash would, and waits for that. What is committed is kept, and recovered at the next start. */
    public void stopImmediately() {
        stop("immediate", "QUIT");
    }

    /**
     * Ends the use of the server. The one who started it stops it, after the sessions of others have ended or ten seconds; when
     * others have started it too, the last of them does. Called at the end of this process by itself.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            forgetHook();
            if (!end(STOP_SECONDS)) {
                throw new EmbeddedPostgresException("The Postgres server " + pid + " did not stop in time");
            }
        }
    }

    /** Sessions of this process that are still open then end with it, and with them the server: no need to wait long. */
    private void closeAtExit() {
        if (closed.compareAndSet(false, true)) {
            end(EXIT_SECONDS);
        }
    }

    /** @return false when the server should have ended and has not yet */
    private boolean end(long seconds) {
        try {
            if (lease != null) {
                folder.release(lease);
            }
            if (owned != null) {
                owned.ask(null);
                if (folder != null && folder.isLeasedByOthers()) {
                    return true;
                }
                if (!owned.awaitEnd(seconds)) {
                    return false;
                }
            }
            removeTemporary();
            return true;
        } catch (IOException e) {
            throw EmbeddedPostgresException.of("The Postgres server on " + data + " was not stopped cleanly", e);
        }
    }

    private void stop(String request, String signal) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        forgetHook();
        try {
            if (folder != null) {
                folder.forgetLeases();
            }
            if (owned != null) {
                owned.ask(request);
                if (!owned.awaitEnd(STOP_SECONDS)) {
                    throw new EmbeddedPostgresException("The Postgres server " + pid + " did not stop in time");
                }
            } else {
                signal(signal);
            }
            removeTemporary();
        } catch (IOException e) {
            throw EmbeddedPostgresException.of("The Postgres server on " + data + " was not stopped cleanly", e);
        }
    }

    private void signal(String signal) {
        if (PostmasterFile.running(data).filter(file -> file.pid() == pid).isEmpty()) {
            return;
        }
        Command.run(ServerUser.current().command(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal,
                String.valueOf(pid))));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (PostmasterFile.running(data).filter(file -> file.pid() == pid).isPresent()) {
            if (System.nanoTime() - deadline > 0) {
                throw new EmbeddedPostgresException("The Postgres server " + pid + " did not stop in time");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The watcher has removed what its user may; where that was not the folder itself, it is removed here. */
    private void removeTemporary() throws IOException {
        if (folder == null) {
            Folders.delete(data);
        }
    }

    private void forgetHook() {
        try {
            OPEN.remove(this);
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // the hook is what is running
            return;
        }
    }
}
