package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.DbObject;

/**
 * Says what it takes to make one object into another of the same identity. Knows every kind, and nothing but the two objects
 * and the server's major version. Pure.
 */
public final class Comparison {

    private static final int NEWEST = 18;

    private Comparison() {
    }

    /** As for the newest server. */
    public static Difference compare(DbObject from, DbObject to) {
        return compare(from, to, NEWEST);
    }

    /**
     * @param major the server that would carry it out: what it cannot alter is replaced
     */
    public static Difference compare(DbObject from, DbObject to, int major) {
        if (!from.id().equals(to.id()) || from.getClass() != to.getClass()) {
            throw new IllegalArgumentException(from.id() + " and " + to.id() + " are not the same object");
        }
        return from.equals(to) ? new Difference.Same() : from.accept(new CompareKind(to, major));
    }
}
