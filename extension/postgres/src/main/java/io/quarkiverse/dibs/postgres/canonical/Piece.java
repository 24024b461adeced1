package io.quarkiverse.dibs.postgres.canonical;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.schema.ObjectId;

/** One statement that asks, and which part of it says what about which object. */
record Piece(String sql, List<Part> parts) {

    /** The text of an object from {@code offset} of the statement on. */
    record Part(ObjectId object, String what, String text, int offset) {
    }

    static Piece of(String sql, ObjectId object, String what, String text) {
        return new Piece(sql, List.of(new Part(object, what, text, Math.max(0, sql.lastIndexOf(text)))));
    }

    /** The part an offset of the statement is in, or the first one. */
    Optional<Part> at(int offset) {
        Part found = null;
        for (Part part : parts) {
            if (found == null || part.offset() <= offset) {
                found = part;
            }
        }
        return Optional.ofNullable(found);
    }
}
