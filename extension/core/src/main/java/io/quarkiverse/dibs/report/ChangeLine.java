package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One difference, as shown to people.
 *
 * @param kind the word for the kind of object, for example {@code column}
 * @param table the relation under which the line is grouped, or empty
 * @param name what changes, for example {@code users.email}
 * @param description what it is or becomes, for example {@code text not null}; may be empty
 * @param sql the statement that makes the change, where it makes no other than those of its parts
 * @param step the number of the step that makes it, or 0 when no plan was made
 */
public record ChangeLine(String kind, Sign sign, String table, String name, String description, Optional<String> sql,
        List<HazardLine> hazards, Optional<SourceLocation> source, int step) {

    public ChangeLine {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sign);
        Objects.requireNonNull(table);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(sql);
        hazards = List.copyOf(hazards);
        Objects.requireNonNull(source);
    }

    /** A line with nothing but what changes. */
    public static ChangeLine of(String kind, Sign sign, String table, String name, String description) {
        return new ChangeLine(kind, sign, table, name, description, Optional.empty(), List.of(), Optional.empty(), 0);
    }

    /** The same, described in other words. */
    public ChangeLine withDescription(String words) {
        return new ChangeLine(kind, sign, table, name, words, sql, hazards, source, step);
    }

    /** {@code + users.email text not null}. */
    public String display() {
        return sign.mark() + " " + name + (description.isEmpty() ? "" : " " + description);
    }
}
