package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.quarkiverse.dibs.embedded.EmbeddedPostgresException.Reason;

/** How a server is to be started. Not thread-safe; may be used for one start only. */
public final class EmbeddedPostgresBuilder {

    private static final int ATTEMPTS = 20;
    private static final long IN_USE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long POLL_NANOS = 20_000_000;
    private static final long STOPPING_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Map<String, String> settings = new TreeMap<>();
    private Path dataDirectory;
    private PostgresBinaries.Locator locator = PostgresBinaries.locator();
    private PostgresBinaries binaries;
    private Ports freePorts = EmbeddedPostgresBuilder::freePort;
    private int major;
    private int port;
    private boolean detached;

    EmbeddedPostgresBuilder() {
    }

    /** The major version; by default that of the data where there is some, else {@value PostgresBinaries#DEFAULT_MAJOR}. */
    public EmbeddedPostgresBuilder major(int major) {
        this.major = major;
        return this;
    }

    /** How binaries of the version are looked for, in place of {@link PostgresBinaries#find}. */
    public EmbeddedPostgresBuilder locator(PostgresBinaries.Locator locator) {
        this.locator = locator;
        return this;
    }

    /** The binaries to run, in place of looking for them. */
    public EmbeddedPostgresBuilder binaries(PostgresBinaries binaries) {
        this.binaries = binaries;
        return this;
    }

    /** A folder whose data outlives the server. When a server is running on it, {@link #start} uses that one. */
    public EmbeddedPostgresBuilder dataDirectory(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        return this;
    }

    /** Data of its own, deleted when the server ends. This is the default. */
    public EmbeddedPostgresBuilder temporary() {
        this.dataDirectory = null;
        return this;
    }

    /** The port; 0, the default, for any that is free. */
    public EmbeddedPostgresBuilder port(int port) {
        this.port = port;
        return this;
    }

    /** One server setting, as in postgresql.conf. */
    public EmbeddedPostgresBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Settings for data that nobody would miss: nothing is forced to disk, so that a crash of the machine may ruin it. */
    public EmbeddedPostgresBuilder testSettings() {
        return setting("fsync", "off").setting("synchronous_commit", "off").setting("full_page_writes", "off")
                .setting("shared_buffers", "64MB").setting("max_connections", "200");
    }

    /** Lets the server outlive this process, until someone stops it. Needs a data directory. */
    public EmbeddedPostgresBuilder detached() {
        this.detached = true;
        return this;
    }

    /**
     * Starts a server, or uses the one that runs on the data directory, and returns when it accepts connections.
     *
     * @throws EmbeddedPostgresException when there are no binaries, the port is taken, the data is of another version, or the
     *         server gives up
     */
    public EmbeddedPostgres start() {
        if (detached && dataDirectory == null) {
            throw new EmbeddedPostgresException("Only a server with a data directory can be detached");
        }
        try {
            return dataDirectory == null ? startTemporary() : startPersistent(ServerFolder.of(dataDirectory));
        } catch (IOException e) {
            throw EmbeddedPostgresException.of("The embedded Postgres server could not be started", e);
        }
    }

    private EmbeddedPostgres startTemporary() throws IOException {
        PostgresBinaries programs = binaries(major);
        ServerTemplate template = ServerTemplate.of(programs);
        return untilReady(number -> {
            // each attempt has a folder of its own, because a server that gives up takes its folder with it
            Path data = Folders.temporary();
            try {
                template.copyTo(data);
                return new Attempt(data, number, template.password(), ServerProcess.owned(programs, data, number, settings,
                        data.resolve("leases"), ServerProcess.WhenOrphaned.DISCARD));
            } catch (IOException | RuntimeException e) {
                Folders.delete(data);
                throw e;
            }
        }, attempt -> EmbeddedPostgres.owned(null, attempt.data(), attempt.port(), attempt.password(), attempt.process()));
    }

    private EmbeddedPostgres startPersistent(ServerFolder folder) throws IOException {
        folder.create();
        String lease = detached ? ServerFolder.KEEP : ServerFolder.leaseOfThisProcess();
        return FileLocks.holding(folder.lock(), () -> {
            checkMajor(folder);
            Optional<EmbeddedPostgres> running = use(folder, lease);
            return running.isPresent() ? running.get() : startOn(folder);
        });
    }

    private void checkMajor(ServerFolder folder) throws IOException {
        int asked = binaries != null ? binaries.major() : major;
        if (asked != 0 && folder.isInitialised() && folder.major() != asked) {
            throw new EmbeddedPostgresException(Reason.OTHER_VERSION, "The data in " + folder.data() + " is of Postgres "
                    + folder.major() + ", not " + asked, "reset it, or ask for Postgres " + folder.major());
        }
    }

    /** Uses the running server. The lease comes before the look, or its owner could stop it in between. */
    private Optional<EmbeddedPostgres> use(ServerFolder folder, String lease) throws IOException {
        folder.lease(lease);
        long deadline = System.nanoTime() + STOPPING_NANOS;
        while (System.nanoTime() - deadline < 0) {
            Optional<PostmasterFile> file = PostmasterFile.running(folder.data());
            if (file.isEmpty()) {
                folder.forgetLeases();
                return Optional.empty();
            }
            if (file.get().ready() && !folder.isStopping()) {
                return Optional.of(EmbeddedPostgres.attached(folder, file.get(), detached ? null : lease));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new EmbeddedPostgresException("The Postgres server on " + folder.data() + " neither stops nor gets ready");
    }

    private EmbeddedPostgres startOn(ServerFolder folder) throws IOException {
        if (!folder.isInitialised()) {
            folder.initialise(ServerTemplate.of(binaries(major)));
        }
        PostgresBinaries programs = binaries(folder.major());
        PostmasterFile.removeStale(folder.data());
        return untilReady(number -> {
            ServerProcess process = detached ? ServerProcess.detached(programs, folder.data(), number, settings)
                    : ServerProcess.owned(programs, folder.data(), number, settings, folder.leases(),
                            ServerProcess.WhenOrphaned.SHUT_DOWN);
            return new Attempt(folder.data(), number, folder.password(), process);
        }, attempt -> detached
                ? EmbeddedPostgres.attached(folder, new PostmasterFile(attempt.process().pid(), attempt.port(), true), null)
                : EmbeddedPostgres.owned(folder, attempt.data(), attempt.port(), attempt.password(), attempt.process()));
    }

    private PostgresBinaries binaries(int wanted) {
        return binaries != null ? binaries : locator.find(wanted == 0 ? PostgresBinaries.DEFAULT_MAJOR : wanted);
    }

    private record Attempt(Path data, int port, String password, ServerProcess process) {
    }

    private interface Launch {
        Attempt on(int port) throws IOException;
    }

    private interface Ready {
        EmbeddedPostgres server(Attempt attempt) throws IOException;
    }

    /** Between finding a free port and listening on it another process may take it, so with a chosen port it is tried again. */
    private EmbeddedPostgres untilReady(Launch launch, Ready ready) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Attempt attempt = launch.on(port == 0 ? freePorts.next() : port);
            switch (attempt.process().awaitReady()) {
                case READY -> {
                    return ready.server(attempt);
                }
                case PORT_TAKEN -> {
                    if (port != 0) {
                        throw new EmbeddedPostgresException(Reason.PORT_TAKEN, "Port " + port + " is taken",
                                "name another, or none to get a free one");
                    }
                }
                case DATA_IN_USE -> LockSupport.parkNanos(IN_USE_NANOS);
            }
        }
        throw new EmbeddedPostgresException("The Postgres server found no free port, or its data in use, at each of " + ATTEMPTS
                + " attempts: try again");
    }

    interface Ports {
        int next() throws IOException;
    }

    /** Where a free port comes from when none is named. */
    EmbeddedPostgresBuilder freePorts(Ports freePorts) {
        this.freePorts = freePorts;
        return this;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
            return socket.getLocalPort();
        }
    }
}
