package io.quarkiverse.dibs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentServerTest {

    @TempDir
    Path project;

    private Path folder;

    @BeforeEach
    void aProjectFolderThatOthersMayEnter() throws Exception {
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = project.resolve(".dibs").resolve("pg");
    }

    @AfterEach
    void stopWhatAFailureLeftRunning() {
        EmbeddedPostgres.running(folder).ifPresent(EmbeddedPostgres::stopImmediately);
        EmbeddedPostgres.reset(folder);
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.builder().dataDirectory(folder).start();
    }

    @Test
    void dataAndPasswordSurviveARestart() {
        String password;
        try (EmbeddedPostgres server = start()) {
            password = server.password();
            TestClient.query(server.url(), "create table kept as select 42 as n");
        }
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        try (EmbeddedPostgres server = start()) {
            assertThat(server.password()).isEqualTo(password);
            assertThat(TestClient.query(server.url(), "select n from kept")).containsExactly("42");
        }
    }

    @Test
    void theDataLiesInTheFolderAndOnlyItsOwnerReadsThePassword() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(server.dataDirectory()).isEqualTo(folder.resolve("data"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondStartUsesTheRunningServerAndTheLastUserEndsIt() {
        EmbeddedPostgres first = start();
        EmbeddedPostgres second = start();
        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(second.url()).isEqualTo(first.url());
        first.close();
        assertThat(TestClient.query(second.url(), "select 1")).containsExactly("1");
        ProcessHandle server = ProcessHandle.of(second.pid()).orElseThrow();
        second.close();
        server.onExit().join();
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
    }

    @Test
    void closingWhatWasOnlyFoundRunningLeavesItRunning() {
        try (EmbeddedPostgres server = start()) {
            EmbeddedPostgres.running(folder).orElseThrow().close();
            assertThat(TestClient.query(server.url(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void stopEndsTheServerForAllItsUsers() {
        EmbeddedPostgres owner = start();
        EmbeddedPostgres user = start();
        user.stop();
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        owner.close();
    }

    @Test
    void startingARunningServerDetachedKeepsItWhenItsOwnerEnds() {
        EmbeddedPostgres owner = start();
        EmbeddedPostgres.builder().dataDirectory(folder).detached().start();
        owner.close();
        assertThat(TestClient.query(owner.url(), "select 1")).containsExactly("1");
        EmbeddedPostgres.running(folder).orElseThrow().stop();
    }

    @Test
    void aServerThatWasKilledLeavesNothingThatHindersTheNextStart() {
        EmbeddedPostgres killed = start();
        TestClient.query(killed.url(), "create table kept as select 42 as n");
        ProcessHandle server = ProcessHandle.of(killed.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        assertThat(folder.resolve("data/postmaster.pid")).exists();
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        try (EmbeddedPostgres again = start()) {
            assertThat(TestClient.query(again.url(), "select n from kept")).containsExactly("42");
        }
    }

    @Test
    void aProcessNumberThatBelongsToSomethingElseByNowHindersNoStart() throws Exception {
        EmbeddedPostgres killed = start();
        ProcessHandle server = ProcessHandle.of(killed.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        Process other = Command.of(ServerUser.current().command(List.of("sleep", "60"))).start();
        try {
            Path file = folder.resolve("data/postmaster.pid");
            Files.writeString(file, Files.readString(file).replaceFirst("[0-9]+", String.valueOf(other.pid())));
            assertThat(EmbeddedPostgres.running(folder)).isEmpty();
            start().close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void anImmediateStopIsRecoveredFromAtTheNextStart() {
        EmbeddedPostgres server = start();
        TestClient.query(server.url(), "create table kept as select 42 as n");
        server.stopImmediately();
        try (EmbeddedPostgres again = start()) {
            assertThat(TestClient.query(again.url(), "select n from kept")).containsExactly("42");
        }
    }

    @Test
    void dataOfAnotherMajorIsRefusedAndNotTouched() {
        EmbeddedPostgres.builder().major(17).dataDirectory(folder).start().close();
        assertThatThrownBy(() -> EmbeddedPostgres.builder().major(18).dataDirectory(folder).start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("is of Postgres 17, not 18");
        try (EmbeddedPostgres server = start()) {
            assertThat(TestClient.query(server.url(), "show server_version")).first().asString().startsWith("17.");
            assertThatThrownBy(() -> EmbeddedPostgres.builder().major(18).dataDirectory(folder).start())
                    .hasMessageContaining("is of Postgres 17, not 18");
        }
    }

    @Test
    void resetIsRefusedWhileTheServerRunsAndDeletesTheDataWhenItDoesNot() {
        try (EmbeddedPostgres server = start()) {
            TestClient.query(server.url(), "create table gone ()");
            assertThatThrownBy(() -> EmbeddedPostgres.reset(folder)).hasMessageContaining("stop it first");
        }
        EmbeddedPostgres.reset(folder);
        assertThat(folder.resolve("data")).doesNotExist();
        try (EmbeddedPostgres server = start()) {
            assertThat(TestClient.query(server.url(), "select to_regclass('gone') is null")).containsExactly("true");
        }
    }

    @Test
    void dataOfAProjectThatTheServerCannotReachLiesElsewhereAndAFileSaysWhere() throws Exception {
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwx------"));
        try (EmbeddedPostgres server = start()) {
            if (ServerUser.current().isRoot()) {
                assertThat(server.dataDirectory()).startsWith(Path.of("/var/tmp"));
                assertThat(Path.of(Files.readString(folder.resolve("location")).strip()))
                        .isEqualTo(server.dataDirectory().getParent());
            } else {
                assertThat(server.dataDirectory()).startsWith(folder);
            }
            assertThat(TestClient.query(server.url(), "select 1")).containsExactly("1");
        }
        Path elsewhere = ServerFolder.of(folder).root();
        EmbeddedPostgres.reset(folder);
        if (!elsewhere.equals(folder)) {
            assertThat(folder.resolve("location")).doesNotExist();
            Folders.delete(elsewhere);
        }
    }
}
