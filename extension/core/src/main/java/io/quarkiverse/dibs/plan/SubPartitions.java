package io.quarkiverse.dibs.plan;

import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;

/**
 * A partition that is itself partitioned. It usually comes with all of its own partitions, so that its indexes are whole. One
 * with an identity column above it does not: from Postgres 17 on a partition gets that of its parent when it is attached, but
 * what hangs below it at that time does not (measured on 17 and 18).
 */
final class SubPartitions {

    private SubPartitions() {
    }

    /** Whether the table is attached before its own partitions are: as a new one, so that its indexes lack nothing by then. */
    static boolean comeAfter(ObjectId table, Schema to, Dependencies after, Map<ObjectId, Action> createOf) {
        return createOf.containsKey(table) && to.find(table, Table.class).flatMap(Table::partitionKey).isPresent()
                && hasIdentityAbove(table, to, after);
    }

    private static boolean hasIdentityAbove(ObjectId table, Schema to, Dependencies after) {
        Optional<ObjectId> above = to.find(Partition.idOf(table), Partition.class).map(Partition::partitionOf);
        while (above.isPresent()) {
            ObjectId parent = above.get();
            if (after.usersOf(parent).stream().anyMatch(user -> parent.equals(user.parent())
                    && to.find(user, Column.class).flatMap(Column::identity).isPresent())) {
                return true;
            }
            above = to.find(Partition.idOf(parent), Partition.class).map(Partition::partitionOf);
        }
        return false;
    }
}
