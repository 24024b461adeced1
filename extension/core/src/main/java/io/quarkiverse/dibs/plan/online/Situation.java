package io.quarkiverse.dibs.plan.online;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.WriteContext;

/** What the rules have to know: which tables others are at work on, and which stand in a tree of tables. */
final class Situation {

    private final Schema from;
    private final Schema to;
    private final Online online;
    private final Set<ObjectId> withRows;
    private final Map<ObjectId, ObjectId> formerNames;
    private final Set<ObjectId> inTrees = new HashSet<>();
    private final int major;

    Situation(Diff diff, Online online, Set<ObjectId> withRows, int major) {
        this.from = diff.from();
        this.to = diff.to();
        this.online = online;
        this.withRows = withRows;
        this.formerNames = new java.util.TreeMap<>();
        diff.renames().renames().forEach((former, present) -> formerNames.put(present, former));
        this.major = major;
        for (Schema schema : new Schema[] { from, to }) {
            schema.all(Partition.class).forEach(tie -> tree(tie.id().parent(), tie.partitionOf()));
            schema.all(Inheritance.class).forEach(tie -> tree(tie.id().parent(), tie.inherits()));
        }
    }

    private void tree(ObjectId child, ObjectId parent) {
        inTrees.add(child);
        inTrees.add(parent);
    }

    /**
     * Whether the table is there before and after, others may be at work on it, and it stands alone: what a statement does to a
     * tree of tables has forms of its own.
     */
    boolean isBusy(ObjectId table) {
        if (table.kind() != ObjectKind.TABLE || !from.contains(table) || !to.contains(table) || inTrees.contains(table)
                || isPartitioned(table)) {
            return false;
        }
        return switch (online) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO -> withRows.contains(formerNames.getOrDefault(table, table));
        };
    }

    boolean isPartitioned(ObjectId table) {
        return to.find(table, Table.class).flatMap(Table::partitionKey).isPresent();
    }

    /** Whether the object, or its schema, has another name until the plan has renamed it. */
    boolean isRenamed(ObjectId id) {
        return formerNames.containsKey(id) || formerNames.containsKey(ObjectId.namespace(id.schema()));
    }

    /** Whether the table has or gets an object of that identity. */
    boolean knows(ObjectId id) {
        return from.contains(id) || to.contains(id);
    }

    WriteContext plain() {
        return WriteContext.forServer(major);
    }
}
