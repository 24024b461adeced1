package io.quarkiverse.dibs.postgres.run;

/**
 * How long a backend has done nothing, of the time in which somebody looked. A machine that is suspended, or moved to another
 * host, looks at nothing meanwhile: what it saw before and afterwards are two moments, and the hour between them says nothing
 * of
 * the server. Not thread-safe.
 */
final class IdleTime {

    private final long mostBetweenLooks;
    private boolean idle;
    private long last;
    private long nanos;

    /** @param mostBetweenLooks nanoseconds that a look counts for at most */
    IdleTime(long mostBetweenLooks) {
        this.mostBetweenLooks = mostBetweenLooks;
    }

    /** It was seen at work. */
    void works() {
        idle = false;
        nanos = 0;
    }

    /**
     * It was seen doing nothing.
     *
     * @param now as of {@link System#nanoTime}
     * @return for how many nanoseconds it has been seen so, one look after the other
     */
    long idles(long now) {
        nanos += idle ? Math.min(now - last, mostBetweenLooks) : 0;
        idle = true;
        last = now;
        return nanos;
    }
}
