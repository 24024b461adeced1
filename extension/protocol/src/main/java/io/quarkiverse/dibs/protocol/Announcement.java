package io.quarkiverse.dibs.protocol;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a serving process can be found by others of the same user: a file with its handshake and a credential, which only he
 * may read. It is there as long as the process lives; what a killed one left is removed by whoever looks next.
 */
public record Announcement(Handshake handshake, Token credential) {

    /** The environment variable that names the folder in which a process is to announce itself. */
    public static final String ENVIRONMENT = "DIBS_SERVICES";

    private static final String SUFFIX = ".service";

    /**
     * Writes the file, readable by nobody else from the beginning.
     *
     * @return the file, to be deleted in the end
     */
    public Path writeInto(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, attributes(posix, "rwx------"));
        Path unfinished = folder.resolve(handshake.pid() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, attributes(posix, "rw-------"));
        Files.writeString(unfinished, handshake.toLine() + "\n" + credential.secret() + "\n");
        return Files.move(unfinished, folder.resolve(handshake.pid() + SUFFIX),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
                : new FileAttribute<?>[0];
    }

    /** Those of processes that live, the newest first. */
    public static List<Announcement> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(files::add);
        }
        files.sort(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed());
        List<Announcement> alive = new ArrayList<>();
        for (Path file : files) {
            Optional<Announcement> read = read(file);
            if (read.isPresent() && isAlive(read.get().handshake.pid())) {
                alive.add(read.get());
            } else {
                Files.deleteIfExists(file);
            }
        }
        return alive;
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Empty for a file that is being removed, that is not whole, or that others could have written. */
    private static Optional<Announcement> read(Path file) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && !Files.getPosixFilePermissions(file).equals(Set.of(
                            java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                            java.nio.file.attribute.PosixFilePermission.OWNER_WRITE))) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2 ? Optional.empty()
                    : Handshake.parse(lines.get(0)).map(handshake -> new Announcement(handshake, Token.of(lines.get(1))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
