package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file as a whole: whoever reads it sees the old one or the new one, never a part. A symbolic link stays and what it
 * leads to is written; a device or a pipe is written to, since it is nothing that another file could take the place of.
 */
final class ReplacedFile {

    private static final int MOST_LINKS = 40;

    private ReplacedFile() {
    }

    static void write(Path file, String text) throws IOException {
        Path target = followed(file.toAbsolutePath());
        if (isStream(target)) {
            try (OutputStream stream = Files.newOutputStream(target)) {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        if (Files.isDirectory(target) || !Files.isDirectory(target.getParent())) {
            throw new IOException(Files.isDirectory(target) ? "it is a folder" : target.getParent() + " is not there");
        }
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(temporary, e);
            throw e;
        }
    }

    /** Where links lead to, also when nothing is there yet; those of a process to its own streams are followed no further. */
    private static Path followed(Path file) throws IOException {
        Path target = file.normalize();
        for (int i = 0; Files.isSymbolicLink(target) && !isOfSystem(target); i++) {
            if (i == MOST_LINKS) {
                throw new IOException("its symbolic links lead in a ring");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
        }
        return target;
    }

    private static boolean isStream(Path target) {
        return isOfSystem(target) || Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
    }

    private static boolean isOfSystem(Path target) {
        return target.startsWith("/dev") && !target.startsWith("/dev/shm") || target.startsWith("/proc");
    }

    private static void delete(Path temporary, IOException failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // the reason why it could not be written is what the user needs to know
            failure.addSuppressed(e);
        }
    }
}
