package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
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

    static List<String> of(ObjectId id) {
        List<String> keys = new ArrayList<>(2);
        ObjectKind kind = id.kind();
        if (kind.isRelation()) {
            keys.add("relation " + quoted(id.schema(), id.name()));
        }
        if (kind.isType()) {
            keys.add("type " + quoted(id.schema(), id.name()));
        }
        if (kind.isConstraint()) {
            keys.add("constraint " + quoted(parentName(id), id.name()));
        }
        if (kind == ObjectKind.PRIMARY_KEY || kind == ObjectKind.UNIQUE || kind == ObjectKind.EXCLUSION) {
            keys.add("relation " + quoted(id.schema(), id.name()));
        }
        if (kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE) {
            keys.add("routine " + quoted(id.schema(), id.name()) + "(" + id.arguments() + ")");
        }
        if (kind == ObjectKind.NAMESPACE) {
            keys.add("schema " + id.name());
        }
        if (kind == ObjectKind.COLUMN) {
            keys.add("column " + quoted(parentName(id), id.name()));
        }
        if (kind == ObjectKind.RULE || kind == ObjectKind.TRIGGER || kind == ObjectKind.POLICY) {
            keys.add(kind + " " + quoted(parentName(id), id.name()));
        }
        return keys;
    }

    private static String parentName(ObjectId id) {
        return quoted(id.parent().schema(), id.parent().name());
    }

    private static String quoted(String schema, String name) {
        return "\"" + schema.replace("\"", "\"\"") + "\".\"" + name.replace("\"", "\"\"") + "\"";
    }
}
