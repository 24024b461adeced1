package io.quarkiverse.dibs.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerDeathTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aFolderThatOthersMayEnter() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aTemporaryServerAndItsDataGoWithAKilledOwner() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "temporary").awaitServer()) {
            ProcessHandle server = owner.server();
            ProcessHandle watcher = owner.watcher();
            owner.kill();
            OwnerProcess.awaitExit(server);
            OwnerProcess.awaitExit(watcher);
            assertThat(owner.data()).doesNotExist();
        }
    }

    @Test
    void aPersistentServerShutsDownCleanlyWhenItsOwnerIsKilled() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "persistent", folder.toString()).awaitServer()) {
            ProcessHandle server = owner.server();
            TestClient.query(owner.url(), "create table kept as select 42 as n");
            owner.kill();
            OwnerProcess.awaitExit(server);
            assertThat(Files.readString(owner.data().resolve("postgres.log"))).contains("database system is shut down");
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.builder().dataDirectory(folder).start()) {
            assertThat(TestClient.query(again.url(), "select n from kept")).containsExactly("42");
        }
        EmbeddedPostgres.reset(folder);
    }

    @Test
    void aSessionThatIsOpenWhenTheOwnerIsKilledMayFinish() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "persistent", folder.toString()).awaitServer()) {
            ProcessHandle server = owner.server();
            ProcessHandle watcher = owner.watcher();
            TestClient.session(owner.url(), session -> {
                session.query("begin").execute().await().indefinitely();
                session.query("create table history as select 1 as n").execute().await().indefinitely();
                owner.kill();
                session.query("commit").execute().await().indefinitely();
                session.query("insert into history select count(*) + n from history group by n").execute().await()
                        .indefinitely();
                return null;
            });
            OwnerProcess.awaitExit(server);
            OwnerProcess.awaitExit(watcher);
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.builder().dataDirectory(folder).start()) {
            assertThat(TestClient.query(again.url(), "select n from history order by n")).containsExactly("1", "2");
        }
        EmbeddedPostgres.reset(folder);
    }

    @Test
    void noServerIsThereAnyMoreWhenATerminatedOwnerHasEnded() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "temporary").awaitServer()) {
            ProcessHandle server = owner.server();
            owner.terminate();
            assertThat(server.isAlive()).isFalse();
            assertThat(owner.data()).doesNotExist();
        }
    }

    @Test
    void noServerIsThereAnyMoreWhenAnOwnerHasEndedByItself() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "persistent", folder.toString()).awaitServer()) {
            ProcessHandle server = owner.server();
            owner.end();
            assertThat(server.isAlive()).isFalse();
        }
        EmbeddedPostgres.reset(folder);
    }

    @Test
    void aServerThatAnotherProcessUsesOutlivesItsKilledOwner() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "persistent", folder.toString()).awaitServer()) {
            ProcessHandle server = owner.server();
            try (EmbeddedPostgres user = EmbeddedPostgres.builder().dataDirectory(folder).start()) {
                assertThat(user.isOwner()).isFalse();
                owner.kill();
                assertThat(TestClient.query(user.url(), "select 1")).containsExactly("1");
            }
            OwnerProcess.awaitExit(server);
        }
        EmbeddedPostgres.reset(folder);
    }

    @Test
    void aDetachedServerOutlivesTheProcessThatStartedIt() throws Exception {
        try (OwnerProcess owner = OwnerProcess.launch(Map.of(), "detached", folder.toString()).awaitServer()) {
            owner.end();
            EmbeddedPostgres running = EmbeddedPostgres.running(folder).orElseThrow();
            assertThat(running.url()).isEqualTo(owner.url());
            assertThat(TestClient.query(running.url(), "select 1")).containsExactly("1");
            running.stop();
            assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        }
        EmbeddedPostgres.reset(folder);
    }
}
