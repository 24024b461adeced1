package io.quarkiverse.dibs.deployment.intent;

import java.util.Optional;

import io.quarkiverse.dibs.schema.SqlType;

/**
 * What a field's Java type becomes.
 *
 * @param enumeration the Java enum behind it, kept as a Postgres enum or as checked text
 * @param array whether it is an array of that
 */
record MappedType(SqlType type, Optional<EnumModel> enumeration, boolean array) {

    static MappedType of(String name) {
        return new MappedType(new SqlType(name), Optional.empty(), false);
    }

    MappedType asArray() {
        return new MappedType(new SqlType(type.name() + "[]"), enumeration, true);
    }
}
