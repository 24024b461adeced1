package io.quarkiverse.dibs.deployment.intent;

import java.util.List;

import io.quarkiverse.dibs.schema.ObjectId;

/**
 * A Java enum as columns keep it.
 *
 * @param id of the enum type; not used when it is kept as text
 * @param text whether it is kept as text with a check
 */
record EnumModel(ObjectId id, List<String> labels, boolean text) {

    EnumModel {
        labels = List.copyOf(labels);
    }
}
