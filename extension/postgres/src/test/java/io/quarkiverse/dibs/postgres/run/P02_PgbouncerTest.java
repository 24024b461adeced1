package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;

/** The real pooler in its three modes; without one on the machine these are skipped, and say so. */
class P02_PgbouncerTest {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "session", "transaction", "statement" })
    void aPoolerIsRefusedInEachOfItsModes(String mode) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            System.out.println("P02_PgbouncerTest: 1 of 3 modes skipped (" + mode + "): there is no " + PROGRAM
                    + " (apt-get install pgbouncer)");
        }
        assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM);
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            int port = freePort();
            Process pooler = start(fixture, mode, port);
            try {
                awaitListening(port, pooler);
                String url = fixture.database.url().replace(":" + fixture.database.server().port() + "/", ":" + port + "/");
                DibsException refused = catchThrowableOfType(DibsException.class,
                        () -> RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX, url, new HistoryTables("public"),
                                Map.of()).start(List.of(TestMigration.sql(1, "CREATE TABLE t ()")), RunOptions.defaults())));
                assertThat(refused).as("refused in mode " + mode).isNotNull();
                assertThat(refused.problem().code()).as(refused.problem().toString()).isEqualTo("DIBS-0611");
                assertThat(refused.problem().remedy().orElseThrow()).contains("quarkus.dibs.migration-url");
                assertThat(fixture.rows("SELECT to_regclass('__dibs_migrations'), to_regclass('t')"))
                        .containsExactly("null null");
            } finally {
                pooler.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(RunnerFixture fixture, String mode, int port) throws IOException {
        Path users = folder.resolve("users.txt");
        Files.writeString(users, "\"postgres\" \"" + fixture.database.server().password() + "\"\n");
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(fixture.database.server().port(), port, users, mode));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // it refuses to run as root
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
            for (Path path : List.of(folder, users, settings)) {
                Files.setPosixFilePermissions(path, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        command.addAll(List.of(PROGRAM.toString(), settings.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    }

    private void awaitListening(int port, Process pooler) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                assertThat(pooler.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
                assertThat(System.nanoTime()).isLessThan(deadline);
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
