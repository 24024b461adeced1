package io.quarkiverse.dibs.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacked binaries, one folder a version, complete from the moment it has its name. Safe for several processes at once. */
final class BinariesCache {

    private static final int EXECUTABLE = 0100;

    private BinariesCache() {
    }

    static Optional<PostgresBinaries> find(String version, Platform platform) {
        try {
            Path home = home(version, platform);
            return Files.isDirectory(home) ? Optional.of(new PostgresBinaries(version, home)) : Optional.empty();
        } catch (IOException e) {
            throw EmbeddedPostgresException.of("The cache of Postgres binaries cannot be read", e);
        }
    }

    static PostgresBinaries unpack(BinariesSource source) {
        try {
            Path home = home(source.version(), source.platform());
            if (!Files.isDirectory(home)) {
                Path partial = home.resolveSibling(home.getFileName() + ".partial");
                FileLocks.holding(home.resolveSibling(home.getFileName() + ".lock"), () -> {
                    if (!Files.isDirectory(home)) {
                        // whoever left this did not end: the lock says that nobody works on it now
                        Folders.delete(partial);
                        extract(source, partial);
                        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
                    }
                    return home;
                });
            }
            return new PostgresBinaries(source.version(), home);
        } catch (IOException e) {
            throw EmbeddedPostgresException.of(
                    "The Postgres binaries in " + source.origin() + " could not be unpacked", e);
        }
    }

    private static Path home(String version, Platform platform) throws IOException {
        return Folders.cache().resolve(version + "-" + platform.artifactSuffix());
    }

    private static void extract(BinariesSource source, Path target) throws IOException {
        Folders.create(target);
        try (InputStream archive = source.archive().open();
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        new BufferedInputStream(new XZInputStream(new BufferedInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leads out of the archive: " + entry.getName());
                }
                extract(tar, entry, path);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Folders.create(path);
            return;
        }
        Folders.create(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    /** Others must be able to read and run what root unpacked, and only that. */
    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & EXECUTABLE) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }
}
