package io.quarkiverse.dibs.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The identity of one schema object: its kind, the object it belongs to, its schema, its name and, for routines and
 * operators, the types of its arguments. Names are kept as Postgres stores them, never quoted. The one identity codec of dibs.
 */
public final class ObjectId implements Comparable<ObjectId> {

    private final ObjectKind kind;
    private final ObjectId parent;
    private final String schema;
    private final String name;
    private final String arguments;
    private final int hash;

    private ObjectId(ObjectKind kind, ObjectId parent, String schema, String name, String arguments) {
        this.kind = Objects.requireNonNull(kind);
        this.parent = parent;
        this.schema = Objects.requireNonNull(schema);
        this.name = Objects.requireNonNull(name);
        this.arguments = Objects.requireNonNull(arguments);
        this.hash = ((((kind.ordinal() * 31) + (parent == null ? 0 : parent.hash)) * 31 + schema.hashCode()) * 31
                + name.hashCode()) * 31 + arguments.hashCode();
    }

    /** An object of the whole database: a schema, an extension, a publication. */
    public static ObjectId global(ObjectKind kind, String name) {
        return new ObjectId(kind, null, "", name, "");
    }

    /** An object that lives in a schema. */
    public static ObjectId inSchema(ObjectKind kind, String schema, String name) {
        return new ObjectId(kind, null, schema, name, "");
    }

    /** A routine, aggregate or operator: its name is overloaded by its argument types, as {@code format_type} prints them. */
    public static ObjectId overloaded(ObjectKind kind, String schema, String name, String arguments) {
        return new ObjectId(kind, null, schema, name, arguments);
    }

    /** A part of another object: a column, a constraint, a trigger, a comment. A part has its parent's schema. */
    public static ObjectId part(ObjectKind kind, ObjectId parent, String name) {
        return new ObjectId(kind, Objects.requireNonNull(parent), parent.schema, name, "");
    }

    public static ObjectId namespace(String name) {
        return global(ObjectKind.NAMESPACE, name);
    }

    public static ObjectId table(String schema, String name) {
        return inSchema(ObjectKind.TABLE, schema, name);
    }

    public static ObjectId column(ObjectId relation, String name) {
        return part(ObjectKind.COLUMN, relation, name);
    }

    /** The columns of a relation that have the names of both lists, one list after the other. */
    static List<ObjectId> columns(ObjectId relation, List<String> names, List<String> more) {
        List<ObjectId> columns = new ArrayList<>(names.size() + more.size());
        for (String name : names) {
            columns.add(column(relation, name));
        }
        for (String name : more) {
            columns.add(column(relation, name));
        }
        return columns;
    }

    public ObjectKind kind() {
        return kind;
    }

    /** The object this one is a part of, or null when it stands alone. */
    public ObjectId parent() {
        return parent;
    }

    /** The schema's name, or an empty string for an object of the whole database. */
    public String schema() {
        return schema;
    }

    public String name() {
        return name;
    }

    /** The argument types of a routine or operator, separated by {@code ", "}; empty for everything else. */
    public String arguments() {
        return arguments;
    }

    /** The outermost object: the table of a column's comment, say. */
    public ObjectId root() {
        ObjectId id = this;
        while (id.parent != null) {
            id = id.parent;
        }
        return id;
    }

    /** Whether {@code other} is this object or one of the objects this one is a part of. */
    public boolean isWithin(ObjectId other) {
        for (ObjectId id = this; id != null; id = id.parent) {
            if (id.equals(other)) {
                return true;
            }
        }
        return false;
    }

    public ObjectId withName(String newName) {
        return new ObjectId(kind, parent, schema, newName, arguments);
    }

    public ObjectId withSchema(String newSchema) {
        return new ObjectId(kind, parent, newSchema, name, arguments);
    }

    public ObjectId withKind(ObjectKind newKind) {
        return new ObjectId(newKind, parent, schema, name, arguments);
    }

    public ObjectId withArguments(String newArguments) {
        return new ObjectId(kind, parent, schema, name, newArguments);
    }

    public ObjectId withParent(ObjectId newParent) {
        return new ObjectId(kind, newParent, newParent.schema, name, arguments);
    }

    /**
     * For people: {@code users.email}, {@code billing.invoice}, {@code f(integer)}; the schema is left out when it is
     * {@code public}.
     */
    public String display() {
        String own = arguments.isEmpty() && kind != ObjectKind.ROUTINE && kind != ObjectKind.AGGREGATE ? name
                : name + "(" + arguments + ")";
        if (parent != null) {
            return own.isEmpty() ? parent.display() : parent.display() + "." + own;
        }
        return schema.isEmpty() || schema.equals("public") ? own : schema + "." + own;
    }

    /** By kind, schema, parent (none first), name and arguments. */
    @Override
    public int compareTo(ObjectId other) {
        if (this == other) {
            return 0;
        }
        // spelled out, because everything that is sorted in dibs is sorted by this
        int order = Integer.compare(kind.ordinal(), other.kind.ordinal());
        if (order == 0) {
            order = compare(schema, other.schema);
        }
        if (order == 0 && parent != other.parent) {
            order = parent == null ? -1 : other.parent == null ? 1 : parent.compareTo(other.parent);
        }
        if (order == 0) {
            order = compare(name, other.name);
        }
        return order == 0 ? compare(arguments, other.arguments) : order;
    }

    private static int compare(String one, String other) {
        return one == other ? 0 : one.compareTo(other);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof ObjectId that && hash == that.hash && kind == that.kind && name.equals(that.name)
                && schema.equals(that.schema) && arguments.equals(that.arguments) && Objects.equals(parent, that.parent);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return kind.label() + " " + display();
    }
}
