package io.quarkiverse.dibs.cli.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a program as one JVM of this machine left them at its end, so that the next one need not read and verify them.
 * Lies beside the program, belongs to the exact JDK and jars (the JVM ignores it otherwise), and is made by the first run.
 */
final class ClassArchive {

    private final Path archive;
    private final Path inTheMaking;
    private final boolean missing;

    ClassArchive(Path jar) {
        Path home = jar.toAbsolutePath().getParent();
        this.archive = home.resolve("dibs-" + Runtime.version().feature() + ".jsa");
        this.inTheMaking = home.resolve(archive.getFileName() + "." + ProcessHandle.current().pid());
        this.missing = isOlder(archive, jar) && Files.isWritable(home);
    }

    /** Flags that use the archive, or else let the JVM leave one. */
    List<String> flags() {
        return List.of("-Xlog:disable",
                missing ? "-XX:ArchiveClassesAtExit=" + inTheMaking : "-XX:SharedArchiveFile=" + archive);
    }

    /** To be called when the JVM has ended: what it left becomes the archive at once and as a whole. */
    void keep(boolean endedWell) {
        try {
            if (missing && endedWell && Files.isRegularFile(inTheMaking)) {
                Files.move(inTheMaking, archive, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(inTheMaking);
            }
        } catch (IOException e) {
            // the next run makes one; this one has done what it was asked to
            inTheMaking.toFile().delete();
        }
    }

    private static boolean isOlder(Path archive, Path jar) {
        try {
            return !Files.isRegularFile(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
