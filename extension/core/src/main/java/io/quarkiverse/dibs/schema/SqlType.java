package io.quarkiverse.dibs.schema;

/**
 * A data type with its modifiers, as {@code format_type} prints it under an empty search path: {@code bigint},
 * {@code character varying(20)}, {@code public.order_status[]}.
 */
public record SqlType(String name) {

    public SqlType {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a type needs a name");
        }
        name = name.strip();
    }

    @Override
    public String toString() {
        return name;
    }
}
