package io.quarkiverse.dibs.postgres.run;

/**
 * A statement was not sent, because a value is none for its parameter. Says what it is and never the value, which is a row's.
 */
final class UnfitParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What to write instead. */
    private final String remedy;

    UnfitParameterException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
