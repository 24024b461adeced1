package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Tables {@code OF} a type: neither the type nor the columns change while the table is tied to it, so the tie is loosed before
 * and made again when both have the same columns once more.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE ... OF, NOT OF</a>
 */
final class TypedTables {

    private TypedTables() {
    }

    /** Adds the alterations that loose and make the tie around what else is altered. */
    static void loose(Schema from, Schema to, Set<ObjectId> dropped, Set<ObjectId> created,
            SortedMap<ObjectId, List<Alteration>> altered) {
        from.all(Table.class).filter(table -> table.ofType().isPresent() && !dropped.contains(table.id())).forEach(table -> {
            Optional<Table> wanted = to.find(table.id(), Table.class).filter(after -> after.ofType().isPresent());
            boolean moves = typeOf(from, table.ofType().get())
                    .filter(type -> dropped.contains(type) || altered.containsKey(type)).isPresent()
                    || Stream.of(dropped, created, altered.keySet()).flatMap(Set::stream)
                            .anyMatch(id -> id.kind() == ObjectKind.COLUMN && table.id().equals(id.parent()));
            if (wanted.isPresent() && moves) {
                List<Alteration> alterations = altered.computeIfAbsent(table.id(), id -> new ArrayList<>());
                alterations.removeIf(alteration -> alteration.aspect() == Aspect.TABLE_OF_TYPE);
                Table loose = wanted.get().withOfType(Optional.empty());
                alterations.add(0, new Alteration(table, loose, Aspect.TABLE_OF_TYPE));
                alterations.add(new Alteration(loose, wanted.get(), Aspect.TABLE_OF_TYPE));
            }
        });
        // whatever else is altered is altered while the table is not tied
        altered.values().forEach(alterations -> alterations.sort(Comparator.comparingInt(TypedTables::place)));
    }

    private static int place(Alteration alteration) {
        return alteration.aspect() != Aspect.TABLE_OF_TYPE ? 1 : ((Table) alteration.to()).ofType().isEmpty() ? 0 : 2;
    }

    /**
     * The columns that have to move behind others, in their order: a table that is tied has its columns in the order of the
     * attributes, and Postgres puts a column only at the end.
     */
    static List<ObjectId> moved(Schema from, Schema to, Set<ObjectId> dropped) {
        List<ObjectId> moved = new ArrayList<>();
        to.all(Table.class).filter(table -> table.ofType().isPresent() && from.contains(table.id())
                && !dropped.contains(table.id())).forEach(table -> {
                    List<ObjectId> present = columns(from, table.id());
                    present.removeIf(dropped::contains);
                    List<ObjectId> wanted = columns(to, table.id());
                    int place = 0;
                    for (int last = -1; place < wanted.size() && present.indexOf(wanted.get(place)) > last; place++) {
                        last = present.indexOf(wanted.get(place));
                    }
                    wanted.subList(place, wanted.size()).stream().filter(present::contains).forEach(moved::add);
                });
        return moved;
    }

    private static List<ObjectId> columns(Schema schema, ObjectId table) {
        return schema.all(Column.class).filter(column -> table.equals(column.id().parent()))
                .sorted(Comparator.comparingInt(Column::position)).map(Column::id)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<ObjectId> typeOf(Schema schema, SqlType type) {
        return schema.all(CompositeType.class).map(DbObject::id)
                .filter(id -> Identifiers.qualify(id.schema(), id.name()).equals(type.name())).findFirst();
    }

    static boolean loosens(Action action) {
        return isTie(action) && ((Table) action.after).ofType().isEmpty();
    }

    static boolean ties(Action action) {
        return isTie(action) && ((Table) action.after).ofType().isPresent();
    }

    /** Whether the table is tied again after its column has changed. */
    static boolean tiesColumn(Action action, ObjectId id) {
        return ties(action) && id.kind() == ObjectKind.COLUMN && action.id.equals(id.parent());
    }

    private static boolean isTie(Action action) {
        return action.type == Action.Type.ALTER && action.alteration.aspect() == Aspect.TABLE_OF_TYPE;
    }

    /** New columns come in the order of the attributes. */
    private static void inOrder(List<Action> actions, ObjectId table) {
        Action previous = null;
        for (Action action : actions.stream()
                .filter(action -> action.type == Action.Type.CREATE && action.id.kind() == ObjectKind.COLUMN
                        && table.equals(action.id.parent()))
                .sorted(Comparator.comparingInt(action -> ((Column) action.after).position())).toList()) {
            if (previous != null) {
                action.needs(previous, () -> "the columns of " + table + " are in the order of its type");
            }
            previous = action;
        }
    }

    /** Puts what happens to the columns and to the type between the two. */
    static void order(List<Action> actions, Dependencies before, Map<ObjectId, Action> swapOf, Map<ObjectId, Action> dropOf,
            Map<ObjectId, List<Action>> alters) {
        for (Action tie : actions) {
            if (!isTie(tie)) {
                continue;
            }
            for (Action action : actions) {
                if (action.id.kind() == ObjectKind.COLUMN && tie.id.equals(action.id.parent())
                        && (action.type != Action.Type.RENAME || action.sequence == 1)) {
                    if (loosens(tie)) {
                        action.needs(tie, () -> "the columns of " + tie.id + " are those of its type until then");
                    } else {
                        tie.needs(action, () -> "its columns are to be those of its type");
                    }
                }
            }
            if (ties(tie)) {
                inOrder(actions, tie.id);
            }
            if (loosens(tie)) {
                before.of(tie.id).stream().filter(type -> type.kind() == ObjectKind.COMPOSITE)
                        .flatMap(type -> Stream.concat(Stream.of(swapOf, dropOf).map(map -> map.get(type)),
                                alters.getOrDefault(type, List.of()).stream()))
                        .filter(java.util.Objects::nonNull)
                        .forEach(action -> action.needs(tie, () -> tie.id + " is of the type until then"));
            }
        }
    }
}
