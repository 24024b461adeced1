package io.quarkiverse.dibs.runtime;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/** Writes what was generated into a source tree. Never over a file. */
public final class NewSourceFile {

    private NewSourceFile() {
    }

    /** @throws DibsException DIBS-0731 when it is there already, DIBS-0732 when it cannot be written */
    public static void write(Path file, String source) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new DibsException(Problem.of("DIBS-0731", Category.REFUSED, file + " is there already")
                    .remedy("Choose another name, or delete the file."), e);
        } catch (IOException e) {
            throw new DibsException(Problem.of("DIBS-0732", Category.USAGE, file + " cannot be written: " + e.getMessage())
                    .remedy("Make its folder writable."), e);
        }
    }
}
