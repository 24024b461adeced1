package io.quarkiverse.dibs.plan;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.Identifiers;

/** Names that an object bears between two steps. They are derived from its own, so that a plan is the same each time. */
final class TemporaryNames {

    private TemporaryNames() {
    }

    /** What a type that is made with another is called meanwhile. */
    static String of(String name) {
        return Identifiers.shorten("__dibs_old_" + name);
    }

    static ObjectId of(ObjectId id, Schema from, Schema to) {
        for (int attempt = 0;; attempt++) {
            String name = Identifiers.shorten("__dibs_old_" + (attempt == 0 ? "" : attempt + "_") + id.name());
            ObjectId candidate = id.withName(name);
            if (!from.contains(candidate) && !to.contains(candidate)) {
                return candidate;
            }
        }
    }
}
