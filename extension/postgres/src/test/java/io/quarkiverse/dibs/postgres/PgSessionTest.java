package io.quarkiverse.dibs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

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
