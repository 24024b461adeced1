package io.quarkiverse.dibs.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/**
 * The columns of partitions and child tables that get another name because their parent's does: Postgres renames them with it
 * and lets nobody rename them alone (manual, ALTER TABLE, RENAME).
 */
final class FollowingColumns {

    private FollowingColumns() {
    }

    /** The declared renames that are to be done: those of columns that follow another do themselves. */
    static RenameMap withoutThem(RenameMap declared, Schema source) {
        return declared.without(of(declared, RenamedSchema.of(source, declared)));
    }

    /** The schema after the renames, and after what follows them. */
    static Schema renamed(Schema source, RenameMap renames) {
        Schema renamed = RenamedSchema.of(source, renames);
        return RenamedSchema.of(renamed, of(renames, renamed));
    }

    /**
     * @param from the schema with the declared renames done
     */
    private static RenameMap of(RenameMap renames, Schema from) {
        Map<ObjectId, ObjectId> following = new TreeMap<>();
        if (renames.renames().keySet().stream().noneMatch(id -> id.kind() == ObjectKind.COLUMN)) {
            return RenameMap.NONE;
        }
        Map<ObjectId, List<ObjectId>> children = new HashMap<>();
        from.all(Partition.class).forEach(tie -> add(children, tie.partitionOf(), tie.id().parent()));
        from.all(Inheritance.class).forEach(tie -> add(children, tie.inherits(), tie.id().parent()));
        renames.renames().forEach((former, present) -> {
            Deque<ObjectId> tables = new ArrayDeque<>();
            if (former.kind() == ObjectKind.COLUMN) {
                tables.add(present.parent());
            }
            while (!tables.isEmpty()) {
                for (ObjectId child : children.getOrDefault(tables.remove(), List.of())) {
                    following.put(ObjectId.column(child, former.name()), ObjectId.column(child, present.name()));
                    tables.add(child);
                }
            }
        });
        return new RenameMap(following);
    }

    private static void add(Map<ObjectId, List<ObjectId>> children, ObjectId parent, ObjectId child) {
        children.computeIfAbsent(parent, table -> new ArrayList<>()).add(child);
    }
}
