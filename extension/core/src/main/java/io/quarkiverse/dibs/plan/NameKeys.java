package io.quarkiverse.dibs.plan;

import java.util.List;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * The name spaces of Postgres: which names an object takes up. Two objects that share a key cannot exist at once: a view and a
 * table, a primary key and an index of one schema, two constraints of a table.
 */
final class NameKeys {

    private NameKeys() {
    }

    static List<NameKey> of(ObjectId id) {
        ObjectKind kind = id.kind();
        if (kind == ObjectKind.COLUMN) {
            return List.of(part("column", id));
        }
        if (kind == ObjectKind.PRIMARY_KEY || kind == ObjectKind.UNIQUE || kind == ObjectKind.EXCLUSION) {
            return List.of(constraint(id), inSchema("relation", id, id.name()));
        }
        if (kind.isConstraint()) {
            return List.of(constraint(id));
        }
        if (kind.isRelation()) {
            NameKey relation = inSchema("relation", id, id.name());
            return kind.isType() ? List.of(relation, inSchema("type", id, id.name())) : List.of(relation);
        }
        if (kind.isType()) {
            return List.of(inSchema("type", id, id.name()));
        }
        if (kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE) {
            return List.of(inSchema("routine", id, id.name() + "(" + id.arguments() + ")"));
        }
        if (kind == ObjectKind.NAMESPACE) {
            return List.of(inSchema("schema", id, id.name()));
        }
        if (kind == ObjectKind.RULE || kind == ObjectKind.TRIGGER || kind == ObjectKind.POLICY) {
            return List.of(part(kind.label(), id));
        }
        return List.of();
    }

    /**
     * A name that must not be taken when the object is created, though the object does not take it up: a sequence cannot be
     * created beside a type of its name, but a type beside such a sequence can. Null for everything else.
     */
    static NameKey refusing(ObjectId id) {
        return id.kind() == ObjectKind.SEQUENCE ? inSchema("type", id, id.name()) : null;
    }

    /** What there can be only one of whatever its name: a table has one primary key. */
    static List<NameKey> place(ObjectId id) {
        return id.kind() == ObjectKind.PRIMARY_KEY
                ? List.of(new NameKey("primary key", id.schema(), id.parent().name(), ""))
                : List.of();
    }

    static NameKey constraint(ObjectId id) {
        return part("constraint", id);
    }

    private static NameKey inSchema(String space, ObjectId id, String name) {
        return new NameKey(space, id.schema(), "", name);
    }

    private static NameKey part(String space, ObjectId id) {
        return new NameKey(space, id.schema(), id.parent().name(), id.name());
    }

    /** A name in its space: in a schema, or on a relation of it. */
    record NameKey(String space, String schema, String relation, String name) {

        // spelled out, since there is one for each object

        @Override
        public boolean equals(Object other) {
            return other instanceof NameKey that && name.equals(that.name) && relation.equals(that.relation)
                    && schema.equals(that.schema) && space.equals(that.space);
        }

        @Override
        public int hashCode() {
            return ((name.hashCode() * 31 + relation.hashCode()) * 31 + schema.hashCode()) * 31 + space.hashCode();
        }

        @Override
        public String toString() {
            String qualified = schema.isEmpty() ? "" : schema + ".";
            return space + " " + qualified + (relation.isEmpty() ? "" : relation + ".") + name;
        }
    }
}
