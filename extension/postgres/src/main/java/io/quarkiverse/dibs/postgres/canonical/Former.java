package io.quarkiverse.dibs.postgres.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.ObjectId;

/** Says under which identity the database still has an object whose rename is declared. */
final class Former {

    private final Map<ObjectId, ObjectId> formerById = new HashMap<>();

    Former(List<Intent.Rename> renames) {
        renames.forEach(rename -> formerById.put(rename.to(), rename.from()));
    }

    /** The former identity; the present one where nothing was renamed. */
    ObjectId of(ObjectId id) {
        ObjectId own = formerById.getOrDefault(id, id);
        return own.parent() == null ? own : own.withParent(of(own.parent()));
    }
}
