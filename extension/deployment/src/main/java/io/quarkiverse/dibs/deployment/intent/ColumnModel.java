package io.quarkiverse.dibs.deployment.intent;

import io.quarkiverse.dibs.schema.ObjectId;

/** A column and the field it comes from. */
record ColumnModel(EntityField field, Place place, ObjectId id, MappedType mapped) {

    String name() {
        return id.name();
    }
}
