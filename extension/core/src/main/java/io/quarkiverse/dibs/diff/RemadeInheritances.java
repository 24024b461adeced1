package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Ties between tables and their parents that are in both schemas and have to be made anew: a new tie always comes behind those
 * that are there, a column becomes the table's own only when nobody hands it down for a moment, and a column that comes from
 * two
 * tables gets another type only while it comes from one.
 */
final class RemadeInheritances {

    private final Schema from;
    private final Schema to;
    private final Map<ObjectId, List<Inheritance>> before;
    private final Map<ObjectId, List<Inheritance>> after;
    private final Map<ObjectId, List<Column>> columns = new HashMap<>();
    private final SortedMap<ObjectId, String> remade = new TreeMap<>();

    private RemadeInheritances(Schema from, Schema to) {
        this.from = from;
        this.to = to;
        this.before = ties(from);
        this.after = ties(to);
    }

    /** Why each of them is. */
    static SortedMap<ObjectId, String> between(Schema from, Schema to) {
        RemadeInheritances ties = new RemadeInheritances(from, to);
        if (!ties.before.isEmpty() && !ties.after.isEmpty()) {
            from.all(Column.class).filter(column -> ties.before.containsKey(column.id().parent()))
                    .forEach(column -> ties.columns.computeIfAbsent(column.id().parent(), table -> new ArrayList<>())
                            .add(column));
            ties.before.forEach(ties::look);
        }
        return ties.remade;
    }

    private static Map<ObjectId, List<Inheritance>> ties(Schema schema) {
        return schema.all(Inheritance.class).sorted(Comparator.comparingInt(Inheritance::ordinal))
                .collect(Collectors.groupingBy(tie -> tie.id().parent()));
    }

    private void look(ObjectId table, List<Inheritance> present) {
        List<ObjectId> wanted = after.getOrDefault(table, List.of()).stream().map(Inheritance::id).toList();
        List<Inheritance> kept = present.stream().filter(tie -> wanted.contains(tie.id())).toList();
        if (kept.isEmpty()) {
            return;
        }
        Map<ObjectId, String> forced = new HashMap<>();
        for (Column column : columns.getOrDefault(table, List.of())) {
            to.find(column.id(), Column.class).ifPresent(after -> force(column, after, kept, forced));
        }
        List<ObjectId> order = kept.stream().map(Inheritance::id).toList();
        int last = -1;
        boolean stays = true;
        for (ObjectId tie : wanted) {
            stays &= order.indexOf(tie) > last && !forced.containsKey(tie);
            last = Math.max(last, order.indexOf(tie));
            if (!stays && order.contains(tie)) {
                remade.put(tie, forced.getOrDefault(tie, "a parent that is added comes behind those that are there"));
            }
        }
    }

    private void force(Column before, Column after, List<Inheritance> kept, Map<ObjectId, String> forced) {
        List<Inheritance> sources = kept.stream()
                .filter(tie -> from.contains(ObjectId.column(tie.inherits(), before.id().name()))).toList();
        if (before.inherited() && !after.inherited() && sources.stream()
                .anyMatch(tie -> to.contains(ObjectId.column(tie.inherits(), before.id().name())))) {
            sources.forEach(tie -> forced.put(tie.id(), before.id().display() + " becomes the table's own while it is loose"));
        } else if (sources.size() > 1 && !before.type().equals(after.type())) {
            Set<ObjectId> reached = roots(sources.get(0).inherits(), before.id().name(), new HashSet<>());
            sources.stream().skip(1)
                    .filter(tie -> !reached.containsAll(roots(tie.inherits(), before.id().name(), new HashSet<>())))
                    .forEach(tie -> forced.put(tie.id(),
                            "the type of " + before.id().display() + " changes while it comes from one table alone"));
        }
    }

    /** The tables at the top from which the column comes. */
    private Set<ObjectId> roots(ObjectId table, String column, Set<ObjectId> seen) {
        Set<ObjectId> roots = new TreeSet<>();
        if (seen.add(table)) {
            before.getOrDefault(table, List.of()).stream().map(Inheritance::inherits)
                    .filter(parent -> from.contains(ObjectId.column(parent, column)))
                    .forEach(parent -> roots.addAll(roots(parent, column, seen)));
            Optional.of(table).filter(none -> roots.isEmpty()).ifPresent(roots::add);
        }
        return roots;
    }
}
