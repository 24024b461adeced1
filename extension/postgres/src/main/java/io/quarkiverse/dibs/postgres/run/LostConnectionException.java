package io.quarkiverse.dibs.postgres.run;

/** An answer will not come any more, though the connection was not closed: the network has swallowed it or the question. */
final class LostConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostConnectionException(String message) {
        super(message);
    }

    static boolean isIn(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof LostConnectionException) {
                return true;
            }
        }
        return false;
    }
}
