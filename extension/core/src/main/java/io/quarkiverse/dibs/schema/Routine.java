package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A function, procedure or window function. {@code definition} is what {@code pg_get_functiondef} prints;
 * {@code signature} and {@code result} are as {@code pg_get_function_arguments} and {@code pg_get_function_result} print them
 * (a procedure has an empty result).
 */
public record Routine(ObjectId id, boolean procedure, String signature, String result, String language,
        Expression definition) implements DbObject {

    private static final Pattern WINDOW = Pattern.compile("\n LANGUAGE [^\n]+\n WINDOW\\b");

    public Routine {
        // defaults of arguments are printed in several spellings
        signature = signature.isBlank() ? signature : new Expression(signature).toString();
    }

    /** Whether it is a window function: {@code pg_get_functiondef} says so first in the line below the language's. */
    public boolean window() {
        return WINDOW.matcher(definition.sql()).find();
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Routine renamed(IdMap ids) {
        return new Routine(ids.map(id), procedure, signature, result, language, definition);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
