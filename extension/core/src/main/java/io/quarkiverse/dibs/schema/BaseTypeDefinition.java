package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * What makes a base type of a shell type; the id's parent is the type. The options have the names of {@code CREATE TYPE} and
 * values as it takes them: functions are qualified and quoted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE, base types</a>
 */
public record BaseTypeDefinition(ObjectId id, SortedMap<String, String> options) implements DbObject {

    /** What {@code ALTER TYPE ... SET} takes. */
    public static final List<String> SETTABLE = List.of("ANALYZE", "RECEIVE", "SEND", "STORAGE", "SUBSCRIPT", "TYPMOD_IN",
            "TYPMOD_OUT");

    public BaseTypeDefinition {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of(id.parent());
    }

    @Override
    public BaseTypeDefinition renamed(IdMap ids) {
        return new BaseTypeDefinition(ids.map(id), options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of what defines the type. */
    public static ObjectId idOf(ObjectId type) {
        return ObjectId.part(ObjectKind.BASE_TYPE_DEFINITION, type, "");
    }
}
