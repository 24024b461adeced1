package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * An embedded server could not be found, unpacked, started or stopped. The message is one line that says what to do; it never
 * holds a password.
 */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What somebody could do something particular about, each with the code under which dibs reports it. */
    public enum Reason {
        /** Another process listens on the port that was asked for. */
        PORT_TAKEN("DIBS-0923"),
        /** There are no binaries of the version for this platform, or they could not be fetched. */
        NO_BINARIES("DIBS-0924"),
        /** The data was made by another major version. */
        OTHER_VERSION("DIBS-0925"),
        /** A server runs on the data that is to be deleted. */
        DATA_IN_USE("DIBS-0926"),
        /** Anything else. */
        FAILED("DIBS-0921");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The stable code, such as {@code DIBS-0923}. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final String what;
    private final String remedy;

    EmbeddedPostgresException(String message) {
        this(message, null);
    }

    /** @param what what could not be done, without why */
    static EmbeddedPostgresException of(String what, IOException failure) {
        String path = failure instanceof FileSystemException known && known.getFile() != null ? known.getFile() : "";
        if (failure instanceof AccessDeniedException) {
            return new EmbeddedPostgresException(Reason.FAILED, what + ", because " + path + " may not be read or written",
                    "make it readable and writable for " + System.getProperty("user.name", "this user"), failure);
        }
        return new EmbeddedPostgresException(what + ": " + (failure instanceof NoSuchFileException ? "there is no " + path
                : failure.getMessage()), failure);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        this(Reason.FAILED, message, "", cause);
    }

    /** @param remedy what to do, to stand behind a colon, or empty where there is nothing to say */
    EmbeddedPostgresException(Reason reason, String what, String remedy) {
        this(reason, what, remedy, null);
    }

    EmbeddedPostgresException(Reason reason, String what, String remedy, Throwable cause) {
        super(remedy.isEmpty() ? what : what + ": " + remedy, cause);
        this.reason = reason;
        this.what = what;
        this.remedy = remedy;
    }

    public Reason reason() {
        return reason;
    }

    /** The message without what to do, for who knows better words for that. */
    public String what() {
        return what;
    }

    /** What to do, without a capital and a full stop, or empty. */
    public String remedy() {
        return remedy;
    }
}
