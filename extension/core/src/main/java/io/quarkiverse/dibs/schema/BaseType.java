package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The name of a base type, which its input and output functions need before it can be defined: a shell type as long as it has
 * no {@link BaseTypeDefinition}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE, shell types</a>
 */
public record BaseType(ObjectId id) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public BaseType renamed(IdMap ids) {
        return new BaseType(ids.map(id));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
