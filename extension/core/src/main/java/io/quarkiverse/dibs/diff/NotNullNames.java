package io.quarkiverse.dibs.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Postgres gives the NOT NULL of a table and those of its children another name together, and only where all have the same one
 * (manual, ALTER TABLE, RENAME CONSTRAINT). Before: a parent's that is to be called otherwise, and a child that calls it in its
 * own way. After: it keeps its name.
 */
final class NotNullNames {

    private final Schema from;
    private final Schema to;
    private final Map<ObjectId, List<ObjectId>> children = new HashMap<>();

    private NotNullNames(Schema from, Schema to) {
        this.from = from;
        this.to = to;
        to.all(Inheritance.class).filter(tie -> from.contains(tie.id())).forEach(tie -> add(tie.inherits(), tie.id().parent()));
        to.all(Partition.class).filter(tie -> from.contains(tie.id()))
                .forEach(tie -> add(tie.partitionOf(), tie.id().parent()));
    }

    private void add(ObjectId parent, ObjectId child) {
        children.computeIfAbsent(parent, table -> new ArrayList<>()).add(child);
    }

    /** The wanted schema without the names that cannot be had. */
    static Schema reachable(Schema from, Schema to) {
        NotNullNames names = new NotNullNames(from, to);
        if (names.children.isEmpty()) {
            return to;
        }
        List<Column> kept = to.all(Column.class).filter(column -> names.children.containsKey(column.id().parent()))
                .flatMap(column -> names.kept(column).stream()).toList();
        if (kept.isEmpty()) {
            return to;
        }
        Schema.Builder builder = to.toBuilder();
        kept.forEach(builder::put);
        return builder.build();
    }

    private Optional<Column> kept(Column column) {
        NotNull wanted = column.notNullConstraint().orElse(null);
        NotNull present = present(column.id()).orElse(null);
        if (wanted == null || present == null || !wanted.isNamedUnlike(present) || present.noInherit()) {
            return Optional.empty();
        }
        String name = present.nameOn(column.id());
        Set<ObjectId> below = new HashSet<>();
        ArrayDeque<ObjectId> queue = new ArrayDeque<>(children.get(column.id().parent()));
        while (!queue.isEmpty()) {
            ObjectId child = queue.remove();
            if (below.add(child)) {
                queue.addAll(children.getOrDefault(child, List.of()));
            }
        }
        boolean otherwise = below.stream().map(child -> ObjectId.column(child, column.id().name()))
                .anyMatch(child -> present(child).filter(other -> !other.nameOn(child).equals(name)).isPresent());
        return otherwise ? Optional.of(column.withNotNullConstraint(Optional.of(wanted.withName(present.name()))))
                : Optional.empty();
    }

    private Optional<NotNull> present(ObjectId column) {
        return from.find(column, Column.class).flatMap(Column::notNullConstraint);
    }
}
