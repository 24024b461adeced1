package io.quarkiverse.dibs.diff;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.IdMap;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What every object is called after a set of renames. Parts follow their parent and objects follow their schema; a rename of a
 * part is known by its former name under its parent's present one.
 */
public final class RenameMap implements IdMap {

    public static final RenameMap NONE = new RenameMap(Map.of());

    private final SortedMap<ObjectId, ObjectId> renames;

    public RenameMap(Map<ObjectId, ObjectId> renames) {
        this.renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
    }

    /** Former identity (under present parents) to present identity. */
    public SortedMap<ObjectId, ObjectId> renames() {
        return renames;
    }

    /** Without those of the same objects in another set. */
    RenameMap without(RenameMap others) {
        Map<ObjectId, ObjectId> left = new TreeMap<>(renames);
        left.keySet().removeAll(others.renames.keySet());
        return new RenameMap(left);
    }

    public boolean isEmpty() {
        return renames.isEmpty();
    }

    @Override
    public ObjectId map(ObjectId id) {
        if (renames.isEmpty()) {
            return id;
        }
        ObjectId moved = id;
        if (id.parent() != null) {
            ObjectId parent = map(id.parent());
            moved = parent == id.parent() ? id : id.withParent(parent);
        } else if (!id.schema().isEmpty()) {
            ObjectId namespace = renames.get(ObjectId.namespace(id.schema()));
            moved = namespace == null ? id : id.withSchema(namespace.name());
        }
        moved = withTypes(moved);
        ObjectId renamed = renames.get(moved);
        if (renamed != null) {
            return renamed;
        }
        return moved.kind() == ObjectKind.INHERITANCE ? inheritance(moved) : moved;
    }

    /** The identity with the types in it by their names: arguments, and what a cast or a transform is called by. */
    public ObjectId withTypes(ObjectId id) {
        if (!id.arguments().isEmpty()) {
            return id.withArguments(Stream.of(id.arguments().split(", ")).map(this::type).collect(Collectors.joining(", ")));
        }
        String between = id.kind() == ObjectKind.CAST ? " AS " : " LANGUAGE ";
        if (id.kind() != ObjectKind.CAST && id.kind() != ObjectKind.TRANSFORM) {
            return id;
        }
        return id.withName(Stream.of(id.name().split(between)).map(this::type).collect(Collectors.joining(between)));
    }

    /** The type of an argument, as {@code format_type} prints it. */
    private String type(String argument) {
        String array = argument.endsWith("[]") ? "[]" : "";
        String type = argument.substring(0, argument.length() - array.length());
        for (Map.Entry<ObjectId, ObjectId> rename : renames.entrySet()) {
            ObjectId former = rename.getKey();
            if (former.kind() == ObjectKind.NAMESPACE && type.startsWith(Identifiers.quote(former.name()) + ".")) {
                type = Identifiers.quote(rename.getValue().name()) + type.substring(Identifiers.quote(former.name()).length());
            } else if (former.kind().isType() && former.parent() == null && type.equals(written(former))) {
                return written(rename.getValue()) + array;
            }
        }
        return type + array;
    }

    private static String written(ObjectId type) {
        return Identifiers.qualify(type.schema(), type.name());
    }

    /** The name of an inheritance is that of the parent table, which may be the one renamed. */
    private ObjectId inheritance(ObjectId id) {
        for (Map.Entry<ObjectId, ObjectId> rename : renames.entrySet()) {
            ObjectId table = rename.getKey();
            if (table.kind() == ObjectKind.TABLE && id.name().equals(table.schema() + "." + table.name())) {
                return id.withName(rename.getValue().schema() + "." + rename.getValue().name());
            }
        }
        return id;
    }
}
