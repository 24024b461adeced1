package io.quarkiverse.dibs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncementTest {

    @TempDir
    Path folder;

    @Test
    void aProcessThatLivesIsFoundByItsFileWhichOnlyItsUserReads() throws IOException {
        Path services = folder.resolve("services");
        assertThat(Announcement.in(services)).isEmpty();
        Announcement own = new Announcement(handshake(ProcessHandle.current().pid()), Token.random());
        Path file = own.writeInto(services);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(services))).isEqualTo("rwx------");
        List<Announcement> found = Announcement.in(services);
        assertThat(found).extracting(Announcement::handshake).containsExactly(own.handshake());
        assertThat(found.get(0).credential().matches(own.credential().secret())).isTrue();
        assertThat(found.toString()).doesNotContain(own.credential().secret());
    }

    @Test
    void whatIsDeadUnfinishedOrOpenToOthersIsRemoved() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        new Announcement(handshake(dead.pid()), Token.random()).writeInto(folder);
        Files.writeString(folder.resolve("7.service"), handshake(ProcessHandle.current().pid()).toLine());
        Path open = new Announcement(handshake(ProcessHandle.current().pid()), Token.random()).writeInto(folder);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(Announcement.in(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private static Handshake handshake(long pid) {
        return new Handshake(4711, 1, 1, "1.0", "shop", pid);
    }
}
