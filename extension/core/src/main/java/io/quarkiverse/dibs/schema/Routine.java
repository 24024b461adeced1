package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A function, procedure or window function. {@code definition} is what {@code pg_get_functiondef} prints;
 * {@code signature} and {@code result} are as {@code pg_get_function_arguments} and {@code pg_get_function_result} print them
 * (a procedure has an empty result).
 */
public record Routine(ObjectId id, boolean procedure, String signature, String result, String language,
        Expression definition) implements DbObject {

    public Routine {
        // defaults of arguments are printed in several spellings
        signature = signature.isBlank() ? signature : new Expression(signature).toString();
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
