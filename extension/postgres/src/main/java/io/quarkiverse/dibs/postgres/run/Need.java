package io.quarkiverse.dibs.postgres.run;

import java.util.Objects;

/**
 * What a role must be allowed for a statement to run.
 *
 * @param on the name of the object as SQL; empty for the database
 */
record Need(Right right, String on) implements Comparable<Need> {

    /** What is needed of the object. */
    enum Right {
        CREATE_IN_DATABASE("CREATE on the database"),
        CREATE_EXTENSION("the right to create extension"),
        CREATE_IN_SCHEMA("CREATE on schema"),
        OWN_SCHEMA("ownership of schema"),
        OWN_RELATION("ownership of"),
        OWN_TYPE("ownership of type"),
        OWN_ROUTINE("ownership of function"),
        REFERENCE("REFERENCES on table"),
        USE_TYPE("USAGE on type"),
        BE_MEMBER("membership of role"),
        SELECT("SELECT on"),
        INSERT("INSERT on"),
        UPDATE("UPDATE on"),
        DELETE("DELETE on");

        private final String words;

        Right(String words) {
            this.words = words;
        }
    }

    Need {
        Objects.requireNonNull(right);
        Objects.requireNonNull(on);
    }

    @Override
    public int compareTo(Need other) {
        int order = right.compareTo(other.right);
        return order == 0 ? on.compareTo(other.on) : order;
    }

    /** {@code ownership of public.users}. */
    @Override
    public String toString() {
        return on.isEmpty() ? right.words : right.words + " " + on;
    }
}
