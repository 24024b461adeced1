package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * That the object which is the id's parent goes when the extension goes, whose name is the id's: {@code DEPENDS ON EXTENSION}
 * of a routine, trigger, index or materialized view.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterfunction.html">ALTER FUNCTION ... DEPENDS ON EXTENSION</a>
 */
public record ExtensionDependence(ObjectId id) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(extension());
    }

    /** The extension that the object goes with. */
    public ObjectId extension() {
        return ObjectId.global(ObjectKind.EXTENSION, id.name());
    }

    @Override
    public ExtensionDependence renamed(IdMap ids) {
        return new ExtensionDependence(ids.map(id));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the object's dependence on the extension. */
    public static ObjectId idOf(ObjectId target, String extension) {
        return ObjectId.part(ObjectKind.EXTENSION_DEPENDENCE, target, extension);
    }
}
