package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.ObjectId;

/** A drop and a create that may well be a rename. It is asked, never assumed: a guess can put secrets in the wrong column. */
public record RenameQuestion(ObjectId from, ObjectId to) {

    /** What to type to say yes. */
    public String flag() {
        return "--rename " + from.display() + "=" + to.display();
    }
}
