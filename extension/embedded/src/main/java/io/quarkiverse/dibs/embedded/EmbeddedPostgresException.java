package io.quarkiverse.dibs.embedded;

/**
 * An embedded server could not be found, unpacked, started or stopped. The message is one line that says what to do; it never
 * holds a password.
 */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
