package io.quarkiverse.dibs.postgres.canonical;

import io.quarkiverse.dibs.intent.Intent;

/** An intent whose texts can be compared with the catalog's, and who brought them into that form. */
public record CanonicalIntent(Intent intent, Form form) {

    /** Who decided what Postgres' own form of the texts is. */
    public enum Form {
        /** Nobody had to be asked: every text is the catalog's, or one whose form is certain. */
        CERTAIN,
        /** The target itself, in temporary tables of a transaction that was rolled back. */
        SERVER,
        /** Another server, because the role may not make temporary tables on the target. */
        SCRATCH,
        /** A few rules of dibs, because there was no server to ask: texts may seem different that are the same. */
        BUILT_IN
    }
}
