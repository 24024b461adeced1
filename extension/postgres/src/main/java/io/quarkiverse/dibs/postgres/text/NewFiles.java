package io.quarkiverse.dibs.postgres.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * Source files that were not there before, written all or none and never over a file. What a part of them would do alone
 * nobody has planned: the second half of a change is not the change.
 */
public final class NewFiles {

    private final String taken;
    private final String unwritable;
    /** Files and folders, in the order in which they came to be. */
    private final List<Path> made = new ArrayList<>();

    /**
     * @param taken the code of a file that is there already
     * @param unwritable the code of a file that cannot be written
     */
    public NewFiles(String taken, String unwritable) {
        this.taken = taken;
        this.unwritable = unwritable;
    }

    /**
     * @param texts by file, in the order in which they are written
     * @throws DibsException when one cannot be written; then nothing of what this call made is left
     */
    public void write(Map<Path, String> texts) {
        made.clear();
        texts.forEach((file, text) -> {
            try {
                folder(file.toAbsolutePath().getParent());
                create(file, text);
            } catch (IOException e) {
                undo(e);
                throw new DibsException(problem(file, e), e);
            } catch (DibsException e) {
                undo(e);
                throw e;
            }
        });
    }

    private void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            folder(folder.getParent());
        }
        try {
            Files.createDirectory(folder);
            made.add(folder);
        } catch (FileAlreadyExistsException e) {
            // another process may have made it meanwhile
            if (!Files.isDirectory(folder)) {
                throw new FileSystemException(folder.toString(), null, folder + " is not a folder");
            }
        }
    }

    private void create(Path file, String text) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            throw new DibsException(Problem.of(taken, Category.REFUSED, file + " is there already")
                    .remedy("Choose another name, or delete the file."), e);
        }
        made.add(file);
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void undo(Exception failure) {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(made.get(i));
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        made.clear();
    }

    private Problem problem(Path file, IOException failure) {
        return Problem.of(unwritable, Category.USAGE, file + " cannot be written: " + FileReason.of(failure))
                .remedy(failure instanceof AccessDeniedException
                        ? "Make " + nearest(file) + " writable for " + System.getProperty("user.name", "this user")
                                + ". Nothing was written."
                        : "Make room for it there. Nothing was written.");
    }

    /** The folder whose permissions it depends on. */
    private static Path nearest(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder.getParent() != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }
}
