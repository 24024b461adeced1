package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Unmodelled;

/**
 * The typed difference of two schemas, unordered in the sense of execution.
 *
 * @param source the first schema as it is
 * @param from the first schema after the renames, less what is not dibs' business
 * @param to the second schema as it is to be reached: matched names taken over, what entities cannot say left as it is
 * @param renames what is renamed, from its present identity
 * @param changes sorted by identity; renames first
 * @param replaced objects that Postgres cannot alter in place, with the reason; their changes are a drop and a create
 * @param inheritedBefore the checks and foreign keys of the first schema that come and go with a parent table's
 * @param inheritedAfter the same of the second schema
 * @param unmanaged what the database has and the entities do not know; it stays
 */
public record Diff(Schema source, Schema from, Schema to, RenameMap renames, List<Change> changes,
        SortedMap<ObjectId, String> replaced, SortedSet<ObjectId> unmanaged, SortedSet<Unmodelled> unmodelled,
        List<RenameQuestion> questions, Set<ObjectId> inheritedBefore, Set<ObjectId> inheritedAfter) {

    public Diff {
        changes = List.copyOf(changes);
        questions = List.copyOf(questions);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Everything that is to be there after the changes: what was wanted and, besides, what is unmanaged and depends on nothing
     * that goes.
     */
    public Schema end() {
        return endInFull().schema();
    }

    /**
     * An end, and what of it no change brings.
     *
     * @param made indexes that Postgres makes by itself for partitions that are unmanaged
     */
    public record End(Schema schema, Set<ObjectId> made) {

        public End {
            made = Set.copyOf(made);
        }
    }

    /** {@link #end()} with what Postgres does by itself. */
    public End endInFull() {
        Schema present = MovedWithTables.renamed(MovedExtensions.follow(source, to), renames);
        Set<ObjectId> others = new TreeSet<>(present.ids());
        others.removeAll(from.ids());
        boolean shrank = true;
        while (shrank) {
            shrank = others.removeIf(id -> present.dependenciesOf(id).stream()
                    .anyMatch(need -> !to.contains(need) && !others.contains(need)));
        }
        Schema.Builder end = to.toBuilder();
        inheritedAfter.forEach(end::remove);
        others.forEach(id -> end.put(present.find(id).orElseThrow()));
        return IndexesOfPartitions.in(this, end.build(), present);
    }
}
