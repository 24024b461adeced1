package io.quarkiverse.dibs.error;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The object that the server names beside an error: what of it is known. Names only, never values.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-error-fields.html">Error and notice message fields</a>
 */
public record Affected(Optional<String> schema, Optional<String> table, Optional<String> column, Optional<String> dataType,
        Optional<String> constraint) {

    /** Null and empty values mean that the server did not say. */
    public static Affected of(String schema, String table, String column, String dataType, String constraint) {
        return new Affected(known(schema), known(table), known(column), known(dataType), known(constraint));
    }

    private static Optional<String> known(String name) {
        return Optional.ofNullable(name).filter(text -> !text.isEmpty());
    }

    /** Whether the server named nothing. */
    public boolean isEmpty() {
        return Stream.of(table, column, dataType, constraint).allMatch(Optional::isEmpty);
    }

    /** {@code constraint users_email_key of table public.users}. */
    public String display() {
        List<String> parts = Stream.of(constraint.map(name -> "constraint " + name), column.map(name -> "column " + name),
                dataType.map(name -> "type " + qualified(name)), table.map(name -> "table " + qualified(name)))
                .flatMap(Optional::stream).toList();
        return String.join(" of ", parts);
    }

    private String qualified(String name) {
        return schema.map(text -> text + ".").orElse("") + name;
    }
}
