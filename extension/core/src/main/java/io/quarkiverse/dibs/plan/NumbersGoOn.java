package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.DdlWriter;

/**
 * The identities of a partitioned table that is built anew above partitions that stay: the sequence goes with the old table,
 * and
 * the new one would give numbers that the rows have already.
 */
final class NumbersGoOn {

    private final Schema to;
    /** The last partition that comes back, by its table. */
    private final Map<ObjectId, Action> last = new HashMap<>();

    NumbersGoOn(List<Action> order, Schema to) {
        this.to = to;
        Set<ObjectId> rebuilt = new HashSet<>();
        Set<ObjectId> dropped = new HashSet<>();
        for (Action action : order) {
            for (DbObject member : action.members) {
                ObjectId id = member.id();
                if (action.type == Action.Type.DROP) {
                    dropped.add(id);
                } else if (id.kind() == ObjectKind.TABLE && dropped.contains(id)) {
                    rebuilt.add(id);
                } else if (member instanceof Partition place && rebuilt.contains(place.partitionOf())
                        && dropped.contains(id) && !rebuilt.contains(id.parent())) {
                    last.put(place.partitionOf(), action);
                }
            }
        }
    }

    /** What comes behind the action: by then all rows that stay are below the new table. */
    List<String> behind(Action action) {
        return last.entrySet().stream().filter(entry -> entry.getValue() == action)
                .flatMap(entry -> to.all(Column.class).filter(column -> entry.getKey().equals(column.id().parent())))
                .filter(column -> column.identity().isPresent()).map(DdlWriter::beginBehindRows).toList();
    }
}
