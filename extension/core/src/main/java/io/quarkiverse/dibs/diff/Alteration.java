package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.DbObject;

/**
 * One aspect of an object that can be changed where it stands. {@code from} and {@code to} are the whole object before and
 * after every alteration of it; only {@code aspect} of them is meant.
 */
public record Alteration(DbObject from, DbObject to, Aspect aspect) {

    public Alteration {
        if (from.getClass() != to.getClass() || !from.id().equals(to.id())) {
            throw new IllegalArgumentException(from.id() + " cannot be altered to " + to.id());
        }
    }
}
