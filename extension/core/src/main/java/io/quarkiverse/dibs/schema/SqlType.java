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

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SqlType that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
