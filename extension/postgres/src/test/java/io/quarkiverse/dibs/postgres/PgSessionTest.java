package io.quarkiverse.dibs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.vertx.pgclient.SslMode;

class PgSessionTest {

    private static final String CANARY = "c4nary-S3cret";

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void opensAConnectionAndAnswersQueries(int major) {
        try (TestDatabase database = TestDatabase.of(major)) {
            assertThat(database.session().majorVersion()).isEqualTo(major);
            assertThat(database.text("select current_setting('application_name')")).isEqualTo("dibs");
            assertThat(database.session().toString()).doesNotContain(database.server().password());
        }
    }

    @Test
    void aWrongPasswordIsOneClearProblemWithoutThePassword() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("create role stranger login password 'right'");
            String url = "postgresql://stranger:" + CANARY + "@127.0.0.1:" + database.server().port() + "/postgres";
            Problem problem = problemOf(url);
            assertThat(problem.code()).isEqualTo("DIBS-0203");
            assertThat(problem.toString()).contains("stranger").doesNotContain(CANARY);
            database.run("drop role stranger");
        }
    }

    @Test
    void aMissingDatabaseIsNamed() {
        try (TestDatabase database = TestDatabase.of(18)) {
            Problem problem = problemOf(database.server().url("nowhere"));
            assertThat(problem.code()).isEqualTo("DIBS-0204");
            assertThat(problem.message()).contains("\"nowhere\"");
        }
    }

    @Test
    void aRefusedConnectionSaysThatNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Problem problem = problemOf("postgresql://u:" + CANARY + "@127.0.0.1:" + port + "/db");
        assertThat(problem.code()).isEqualTo("DIBS-0202");
        assertThat(problem.message()).contains("127.0.0.1:" + port);
        assertThat(problem.toString()).doesNotContain(CANARY);
    }

    @Test
    void aServerThatNeverAnswersIsATimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Problem problem = problemOf(
                    "postgresql://u:p@127.0.0.1:" + silent.getLocalPort() + "/db?connect_timeout=1");
            assertThat(problem.code()).isEqualTo("DIBS-0207");
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThat(problemOf("postgresql://u:p@host.invalid/db").message()).contains("host.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "localhost/db", "jdbc:postgresql://u:" + CANARY + "@h/db", "mysql://u:" + CANARY + "@h/db",
            "postgresql://u:" + CANARY + "@h:notaport/db", "postgresql://h/db?sslmode=yes",
            "postgresql://h/db?connect_timeout=soon" })
    void aUrlThatCannotBeReadIsNeverShown(String url) {
        Problem problem = problemOf(url);
        assertThat(problem.code()).isEqualTo("DIBS-0201");
        assertThat(problem.category()).isEqualTo(Category.CONNECTION);
        assertThat(problem.remedy()).isPresent();
        assertThat(problem.toString()).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @CsvSource({ "postgresql://u:p@h:99999/db, the port", "postgresql://u:p@h:0/db, the port", "postgresql://h/db?port=x, port",
            "'postgresql://u:p@h1,h2/db', several hosts", "postgresql://u:c4nary%-S3cret@h/db, percent sign",
            "postgresql://u:c4nary/S3cret@h/db, a meaning of its own",
            "postgresql://u:c4nary?S3cret@h/db, a meaning of its own",
            "postgresql://h/db?c4nary=x@S3cret, c4nary", "postgresql://u@::1/db, brackets",
            "postgresql:///db?host=/run/pg, Unix socket", "postgresql://%2Frun%2Fpg/db, Unix socket",
            "postgresql://h/db?sslmod=require, no parameter \"sslmod\"", "postgresql://h/db?foo=bar, no parameter \"foo\"",
            "postgresql://h/db?service=x, service file", "postgresql://h/db?search_path=x, search_path",
            "postgresql://h/db?sslmode=verify-ca&sslrootcert=/no/such.crt, /no/such.crt",
            "postgresql://h/db?sslmode=require&sslcert=/no/c.crt&sslkey=/no/c.key, /no/c.crt" })
    void whatIsWrongWithAUrlIsSaid(String url, String said) {
        Problem problem = problemOf(url);
        assertThat(problem.code()).isEqualTo("DIBS-0201");
        assertThat(problem.message()).contains(said).doesNotContain("S3cret");
        assertThat(problem.remedy()).isPresent();
    }

    @Test
    void theModeOfTlsComesFromTheEnvironmentWhereTheUrlHasNone() {
        Map<String, String> environment = Map.of("PGSSLMODE", "require");
        assertThat(ConnectionUrl.parse("postgresql://h/db", environment).options().getSslMode()).isEqualTo(SslMode.REQUIRE);
        assertThat(ConnectionUrl.parse("postgresql://h/db?sslmode=disable", environment).options().getSslMode())
                .isEqualTo(SslMode.DISABLE);
        assertThat(ConnectionUrl.parse("postgresql://h/db?ssl=true", Map.of()).options().getSslMode())
                .isEqualTo(SslMode.REQUIRE);
        assertThat(catchThrowableOfType(DibsException.class,
                () -> ConnectionUrl.parse("postgresql://h/db", Map.of("PGSSLMODE", "yes"))).problem().message())
                .startsWith("PGSSLMODE \"yes\"");
        assertThat(catchThrowableOfType(DibsException.class,
                () -> ConnectionUrl.parse("postgresql://h/db", Map.of("PGSSLROOTCERT", "/no/root.crt"))).problem().message())
                .contains("/no/root.crt");
    }

    @Test
    void whoGaveNoPasswordIsToldWhereItIsTakenFrom() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("create role nameless login password 'right'");
            Problem problem = problemOf("postgresql://nameless@127.0.0.1:" + database.server().port()
                    + "/postgres?passfile=/no/such/file");
            assertThat(problem.code()).as(problem.toString()).isEqualTo("DIBS-0203");
            assertThat(problem.remedy().orElseThrow()).contains("No password was given", "PGPASSWORD", "~/.pgpass");
            database.run("drop role nameless");
        }
    }

    @Test
    void aServerThatHangsUpIsNamed() throws IOException {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                try (Socket client = rude.accept()) {
                    client.getInputStream().read();
                } catch (IOException e) {
                    // the connection is what the test looks at
                }
            });
            server.setDaemon(true);
            server.start();
            Problem problem = problemOf("postgresql://u:p@127.0.0.1:" + rude.getLocalPort() + "/db");
            assertThat(problem.code()).isEqualTo("DIBS-0209");
            assertThat(problem.message()).contains("127.0.0.1:" + rude.getLocalPort());
        }
    }

    @Test
    void whatSqlMeansDoesNotDependOnTheRole() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("create role odd login password 'odd'");
            database.run("alter role odd set standard_conforming_strings = off");
            database.run("alter role odd set datestyle = 'SQL, DMY'");
            try (PgSession session = PgSession.open(TestDatabase.VERTX,
                    "postgresql://odd:odd@127.0.0.1:" + database.server().port() + "/postgres", PgSession.READING)) {
                assertThat(
                        session.run("select length('\\n')::text || ' ' || '01/02/2026'::date").iterator().next().getString(0))
                        .isEqualTo("2 2026-01-02");
            }
            database.run("drop role odd");
        }
    }

    @Test
    void aServerWithoutTlsIsRefusedWhereTheUrlRequiresIt() {
        try (TestDatabase database = TestDatabase.of(18)) {
            assertThat(problemOf(database.url() + "?sslmode=require").code()).isEqualTo("DIBS-0208");
        }
    }

    @Test
    void parametersThatOnlyLibpqKnowsAreNotSentToTheServer() {
        try (TestDatabase database = TestDatabase.of(18);
                PgSession session = PgSession.open(TestDatabase.VERTX,
                        database.url() + "?target_session_attrs=read-write&application_name=mine&sslmode=prefer",
                        PgSession.READING)) {
            assertThat(session.run("select current_setting('application_name')").iterator().next().getString(0))
                    .isEqualTo("mine");
        }
    }

    private static Problem problemOf(String url) {
        DibsException e = catchThrowableOfType(DibsException.class,
                () -> PgSession.open(TestDatabase.VERTX, url, PgSession.ONE_BY_ONE).close());
        assertThat(e).as("refused").isNotNull();
        return e.problem();
    }
}
