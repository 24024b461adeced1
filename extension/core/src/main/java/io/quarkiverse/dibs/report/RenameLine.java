package io.quarkiverse.dibs.report;

import java.util.Objects;

/**
 * A drop and a create that look like a rename. dibs never assumes one; the user types the flag or declares it.
 *
 * @param flag what to type, for example {@code --rename users.name=users.display_name}, quoted for a shell where it has to be
 */
public record RenameLine(String kind, String from, String to, String flag) {

    public RenameLine {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(flag);
    }

    /** The value of the flag, for whoever has no shell between: {@code users.name=users.display_name}. */
    public String request() {
        return from + "=" + to;
    }
}
