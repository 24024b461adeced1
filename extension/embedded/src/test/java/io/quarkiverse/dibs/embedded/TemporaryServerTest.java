package io.quarkiverse.dibs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryServerTest {

    @ParameterizedTest
    @ValueSource(ints = { 14, 15, 16, 17, 18 })
    void everySupportedMajorStartsAnswersAndLeavesNothingBehind(int major) {
        Path data;
        long pid;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(major).temporary().testSettings().start()) {
            data = server.dataDirectory();
            pid = server.pid();
            assertThat(TestClient.query(server.url(), "select current_setting('server_version_num')::int / 10000"))
                    .containsExactly(String.valueOf(major));
            assertThat(TestClient.query(server.url(), "select lower('ÄÖ')")).containsExactly("äö");
            assertThat(TestClient.query(server.url(), "show fsync")).containsExactly("off");
        }
        assertThat(data).doesNotExist();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefused() {
        EmbeddedPostgres server = SharedTestServer.of(18);
        assertThatThrownBy(() -> TestClient.query(server.url().replace(server.password(), "wrong"), "select 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theSharedServerIsStartedOnce() {
        assertThat(SharedTestServer.of(18)).isSameAs(SharedTestServer.of(18));
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
            assertThatThrownBy(() -> EmbeddedPostgres.builder().port(socket.getLocalPort()).start())
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessage("Port " + socket.getLocalPort() + " is taken: name another, or none to get a free one");
        }
    }

    @Test
    void aPortThatAnotherTakesBetweenChoiceAndStartIsReplaced() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
            Iterator<Integer> ports = List.of(taken.getLocalPort(), EmbeddedPostgresBuilder.freePort()).iterator();
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().testSettings().freePorts(ports::next).start()) {
                assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
                assertThat(TestClient.query(server.url(), "select 1")).containsExactly("1");
            }
        }
    }

    @Test
    void theServerIsInASessionOfItsOwnSoThatTheTerminalsSignalsMissIt() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")) && Command.find("setsid").isPresent());
        long server = SharedTestServer.of(18).pid();
        assertThat(session(server)).isNotEqualTo(session(ProcessHandle.current().pid()));
    }

    private static String session(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
    }

    @Test
    void aSettingThatPostgresRejectsIsToldInItsWords() {
        assertThatThrownBy(() -> EmbeddedPostgres.builder().setting("max_connections", "many").start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("max_connections");
    }
}
