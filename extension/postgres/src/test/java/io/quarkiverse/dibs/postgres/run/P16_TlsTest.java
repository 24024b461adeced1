package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;

/** Every mode of TLS against every kind of server certificate, and against a server without. */
class P16_TlsTest {

    /** What the server shows. */
    enum Shown {
        GOOD,
        WRONG_AUTHORITY,
        WRONG_NAME,
        EXPIRED,
        NOTHING
    }

    /** What becomes of the connection. */
    private enum End {
        TLS,
        PLAIN,
        REFUSED
    }

    @TempDir
    static Path folder;
    private static Path root;
    private static EmbeddedPostgres server;
    private static PgSession admin;
    private static final Map<Shown, Path> CERTIFICATES = new java.util.EnumMap<>(Shown.class);

    @BeforeAll
    static void serverWithCertificates() throws Exception {
        Certificates certificates = new Certificates(folder);
        root = certificates.authority("authority");
        certificates.authority("stranger");
        CERTIFICATES.put(Shown.GOOD, certificates.server("good", "authority", "ip:127.0.0.1", "-1d", 30));
        CERTIFICATES.put(Shown.WRONG_AUTHORITY, certificates.server("alien", "stranger", "ip:127.0.0.1", "-1d", 30));
        CERTIFICATES.put(Shown.WRONG_NAME, certificates.server("other", "authority", "dns:other.example", "-1d", 30));
        CERTIFICATES.put(Shown.EXPIRED, certificates.server("old", "authority", "ip:127.0.0.1", "-10d", 1));
        server = EmbeddedPostgres.builder().major(18).temporary().testSettings().start();
        admin = PgSession.open(TestDatabase.VERTX, server.url(), PgSession.ONE_BY_ONE);
    }

    @AfterAll
    static void stop() {
        admin.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyModeMeets(Shown shown) {
        show(shown);
        int met = 0;
        for (String mode : List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full")) {
            assertThat(connect("?sslmode=" + mode + (mode.startsWith("verify") ? "&sslrootcert=" + root : "")))
                    .as("sslmode %s against %s", mode, shown).isEqualTo(expected(mode, shown));
            met++;
        }
        assertThat(connect("?sslmode=require&sslrootcert=" + root)).as("require with a root certificate against %s", shown)
                .isEqualTo(expected("verify-ca", shown));
        // a root certificate says that somebody wants it checked, and a plain connection would not be
        assertThat(connect("?sslrootcert=" + root)).as("a root certificate alone against %s", shown)
                .isEqualTo(expected("verify-ca", shown));
        System.out.println("P16_TlsTest: " + met + " modes against " + shown);
    }

    private static End expected(String mode, Shown shown) {
        return switch (mode) {
            case "disable", "allow" -> End.PLAIN;
            case "prefer" -> shown == Shown.NOTHING ? End.PLAIN : End.TLS;
            case "require" -> shown == Shown.NOTHING ? End.REFUSED : End.TLS;
            case "verify-ca" -> shown == Shown.GOOD || shown == Shown.WRONG_NAME ? End.TLS : End.REFUSED;
            default -> shown == Shown.GOOD ? End.TLS : End.REFUSED;
        };
    }

    private static End connect(String parameters) {
        try (PgSession session = PgSession.open(TestDatabase.VERTX, server.url() + parameters, PgSession.ONE_BY_ONE)) {
            boolean encrypted = session.run("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").iterator().next()
                    .getBoolean(0);
            assertThat(session.connection().isSSL()).isEqualTo(encrypted);
            return encrypted ? End.TLS : End.PLAIN;
        } catch (DibsException e) {
            assertThat(e.problem().code()).as(e.problem().toString()).isEqualTo("DIBS-0208");
            assertThat(e.problem().remedy()).isPresent();
            return End.REFUSED;
        }
    }

    /** A changed setting is read by the server a moment after it is asked to. */
    private static void show(Shown shown) {
        if (shown == Shown.NOTHING) {
            admin.run("ALTER SYSTEM SET ssl = off");
        } else {
            Path path = CERTIFICATES.get(shown);
            admin.run("ALTER SYSTEM SET ssl_cert_file = '" + path + ".crt'");
            admin.run("ALTER SYSTEM SET ssl_key_file = '" + path + ".key'");
            admin.run("ALTER SYSTEM SET ssl = on");
        }
        admin.run("SELECT pg_reload_conf()");
        String setting = shown == Shown.NOTHING ? "ssl" : "ssl_cert_file";
        String wanted = shown == Shown.NOTHING ? "off" : CERTIFICATES.get(shown) + ".crt";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (PgSession fresh = PgSession.open(TestDatabase.VERTX, server.url() + "?sslmode=disable",
                    PgSession.ONE_BY_ONE)) {
                if (fresh.run("SHOW " + setting).iterator().next().getString(0).equals(wanted)) {
                    return;
                }
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aPlainConnectionToAnotherMachineIsWarnedOf() throws Exception {
        Optional<String> address = addressOfThisMachine();
        if (address.isEmpty()) {
            System.out.println("P16_TlsTest: 1 test skipped, this machine has no address but loopback");
        }
        assumeTrue(address.isPresent(), "this machine has no address but loopback");
        show(Shown.NOTHING);
        try (TestProxy proxy = TestProxy.at(address.get(), server.port())) {
            String url = proxy.url(server.url()).replace("127.0.0.1", address.get());
            assertThat(warnings(url)).anySatisfy(text -> assertThat(text).contains("not encrypted", address.get()));
            assertThat(warnings(server.url())).noneMatch(text -> text.contains("not encrypted"));
            show(Shown.GOOD);
            assertThat(warnings(url)).noneMatch(text -> text.contains("not encrypted"));
            assertThat(warnings(url + "?sslmode=disable")).anyMatch(text -> text.contains("not encrypted"));
        }
    }

    private static List<String> warnings(String url) {
        List<MigrationEvent> events = RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX, url,
                new HistoryTables("public"), Map.of()).start(List.of(TestMigration.sql(1, "SELECT 1")),
                        RunOptions.defaults()));
        List<String> all = new ArrayList<>(RunnerFixture.logs(events));
        all.addAll(RunnerFixture.summary(events).warnings());
        return all;
    }

    private static Optional<String> addressOfThisMachine() throws Exception {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()
                        && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress).findFirst();
    }
}
