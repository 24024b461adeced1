package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * One node of the graph that the solver orders: what becomes one step. A drop carries the parts that go with it, a create those
 * that come in the same statement. Mutable while the graph is built, not after.
 */
final class Action {

    /**
     * Ties are broken by kind of action, then by kind of object, then by name: never by the order of reading. Only new columns
     * of
     * one table come in the order that they are to have, behind what is done to those that are there.
     */
    static final Comparator<Action> ORDER = Comparator.<Action> comparingInt(action -> action.type.phase)
            .thenComparing(Action::compareObjects)
            .thenComparingInt(action -> action.sequence);

    final Type type;
    final ObjectId id;
    /** Distinguishes several actions of one type on one object. */
    final int sequence;
    /** The object as it is before; null for a create. */
    final DbObject before;
    /** The object as it is after; null for a drop. */
    final DbObject after;
    /** Set for an alter only. */
    final Alteration alteration;
    /** Set for a rename only. */
    final ObjectId renamedTo;
    /** Alterations of child tables that the statement makes too. */
    final List<Alteration> also = new ArrayList<>();
    /** What goes or comes in the same statement; starts with the object itself. */
    final List<DbObject> members = new ArrayList<>();
    /** What has to be done first, each with the reason, put into words only when somebody asks; soft ones are wishes. */
    final Map<Action, Supplier<String>> first = new LinkedHashMap<>();
    final Set<Action> wishes = new LinkedHashSet<>();
    /** Its place among all actions by {@link #ORDER}. */
    int rank;

    private Action(Type type, ObjectId id, int sequence, DbObject before, DbObject after, Alteration alteration,
            ObjectId renamedTo) {
        this.type = type;
        this.id = id;
        this.sequence = sequence;
        this.before = before;
        this.after = after;
        this.alteration = alteration;
        this.renamedTo = renamedTo;
    }

    static Action create(DbObject object) {
        Action action = new Action(Type.CREATE, object.id(), 0, null, object, null, null);
        action.members.add(object);
        return action;
    }

    static Action drop(DbObject object) {
        Action action = new Action(Type.DROP, object.id(), 0, object, null, null, null);
        action.members.add(object);
        return action;
    }

    static Action alter(Alteration alteration, int sequence) {
        return new Action(Type.ALTER, alteration.to().id(), sequence, alteration.from(), alteration.to(), alteration, null);
    }

    static Action rename(DbObject object, ObjectId to, int sequence) {
        return new Action(Type.RENAME, object.id(), sequence, object, null, null, to);
    }

    private static int compareObjects(Action one, Action other) {
        int order = 0;
        if (one.before instanceof Column || one.after instanceof Column) {
            boolean sameTable = one.id.kind() == other.id.kind() && one.id.parent().equals(other.id.parent());
            order = sameTable ? Integer.compare(place(one), place(other)) : 0;
        }
        return order == 0 ? one.id.compareTo(other.id) : order;
    }

    private static int place(Action action) {
        return action.type == Type.CREATE && action.after instanceof Column column ? column.position() : -1;
    }

    void needs(Action other, Supplier<String> reason) {
        if (other != this) {
            first.putIfAbsent(other, reason);
        }
    }

    void wishes(Action other) {
        if (other != this) {
            wishes.add(other);
        }
    }

    @Override
    public String toString() {
        return switch (type) {
            case RENAME -> "rename " + id + " to " + renamedTo.display();
            case DROP -> "drop " + id;
            case ALTER -> "alter " + id + " (" + alteration.aspect().label() + ")";
            case CREATE -> "create " + id;
        };
    }

    /** Kinds of action in the order in which independent ones are done. */
    enum Type {
        RENAME(0),
        DROP(1),
        ALTER(2),
        CREATE(2);

        final int phase;

        Type(int phase) {
            this.phase = phase;
        }
    }
}
