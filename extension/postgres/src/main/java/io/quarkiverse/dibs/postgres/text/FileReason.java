package io.quarkiverse.dibs.postgres.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, without the name of an exception or of the file, which errors name themselves. */
public final class FileReason {

    private FileReason() {
    }

    /** The JDK names the file alone where the system's reason has an exception of its own. */
    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return failure instanceof FileSystemException known && known.getReason() != null ? known.getReason()
                : String.valueOf(failure.getMessage());
    }
}
