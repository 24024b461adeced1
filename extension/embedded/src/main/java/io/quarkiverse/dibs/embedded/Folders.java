package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where binaries, templates and data may live so that the server's user can reach them. Knows nothing of Postgres itself. */
final class Folders {

    private Folders() {
    }

    /**
     * The cache of this user: {@code $XDG_CACHE_HOME/dibs/postgres}, or a folder open to the server's user when that is not.
     */
    static Path cache() throws IOException {
        ServerUser user = ServerUser.current();
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path home = xdg != null && Path.of(xdg).isAbsolute() ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".cache");
        Path cache = home.resolve("dibs").resolve("postgres");
        if (!user.canReach(cache)) {
            return create(reachable().resolve("postgres"));
        }
        return create(cache);
    }

    /** A folder for the data of a project whose own folder the server's user cannot reach. */
    static Path substituteFor(Path folder, String hash) throws IOException {
        return reachable().resolve("data").resolve(folder.getFileName() + "-" + hash);
    }

    /** An empty folder that only the server's user can read; the caller removes it. */
    static Path temporary() throws IOException {
        ServerUser user = ServerUser.current();
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        if (!user.canReach(parent)) {
            parent = Path.of("/var/tmp");
        }
        Path folder = Files.createTempDirectory(parent, "dibs-postgres-");
        user.own(folder);
        return folder;
    }

    /** Creates a folder, and those above it, that others may walk through but not change. */
    static Path create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        if (folder.getParent() != null) {
            create(folder.getParent());
        }
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        return folder;
    }

    /** Removes a folder and all in it; links are removed, not followed. What does not exist is fine. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path at, IOException failure) throws IOException {
                Files.deleteIfExists(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path reachable() throws IOException {
        int uid = ServerUser.current().uid();
        Path folder = create(Path.of("/var/tmp/dibs-" + uid));
        // anyone may create a folder in /var/tmp: what others own or may write must not be run from
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        boolean ours = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(uid);
        if (!ours || Files.isSymbolicLink(folder) || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            throw new EmbeddedPostgresException(folder + " is not a folder that only this user may write: remove it");
        }
        return create(folder);
    }
}
