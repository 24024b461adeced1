package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;

/**
 * The foreign keys that a partition has from its partitioned table, where it leaves or comes. Before: they go without saying.
 * After: each is an object like others, because a partition keeps them as its own when it is detached, and one that has them is
 * attached without another look at its rows.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, DETACH PARTITION</a>
 */
final class KeysOfPartitions {

    private final Schema schema;
    private final Schema.Builder builder;
    private final Map<ObjectId, List<ForeignKey>> keys;
    private final Set<ObjectId> handedDown = new HashSet<>();

    private KeysOfPartitions(Schema schema) {
        this.schema = schema;
        this.builder = schema.toBuilder();
        this.keys = schema.all(ForeignKey.class).collect(Collectors.groupingBy(key -> key.id().parent()));
    }

    /** Both schemas with these keys, and which they are. */
    record Result(Schema from, Schema to, Set<ObjectId> before, Set<ObjectId> after) {
    }

    static Result between(Schema from, Schema to) {
        List<Partition> leaving = moved(from, to);
        List<Partition> coming = moved(to, from);
        if (leaving.isEmpty() && coming.isEmpty()) {
            return new Result(from, to, Set.of(), Set.of());
        }
        KeysOfPartitions before = new KeysOfPartitions(from);
        leaving.forEach(tie -> before.handDown(tie, id -> true));
        KeysOfPartitions after = new KeysOfPartitions(to);
        coming.forEach(tie -> after.handDown(tie, before.builder::contains));
        return new Result(before.builder.build(), after.builder.build(), Collections.unmodifiableSet(before.handedDown),
                Collections.unmodifiableSet(after.handedDown));
    }

    /** The places of partitions that stay as tables, but not where they are. */
    private static List<Partition> moved(Schema schema, Schema other) {
        return schema.all(Partition.class).filter(tie -> other.contains(tie.id().parent()))
                .filter(tie -> !other.find(tie.id()).equals(Optional.of(tie))
                        || !key(schema, tie.partitionOf()).equals(key(other, tie.partitionOf())))
                .toList();
    }

    private static Optional<String> key(Schema schema, ObjectId table) {
        return schema.find(table, Table.class).flatMap(Table::partitionKey);
    }

    private void handDown(Partition tie, Predicate<ObjectId> wanted) {
        ObjectId child = tie.id().parent();
        List<ObjectId> above = new ArrayList<>();
        for (Optional<Partition> next = Optional.of(tie); next.isPresent(); next = schema
                .find(Partition.idOf(next.get().partitionOf()), Partition.class)) {
            above.add(next.get().partitionOf());
        }
        for (ObjectId table : above) {
            for (ForeignKey key : keys.getOrDefault(table, List.of())) {
                ObjectId id = ObjectId.part(ObjectKind.FOREIGN_KEY, child, key.id().name());
                // one that points to the table itself cannot be there while a partition leaves
                if (!above.contains(key.referencedTable()) && !builder.contains(id) && wanted.test(id)) {
                    builder.add(key.renamed(other -> other.equals(key.id()) ? id : other));
                    handedDown.add(id);
                    for (ObjectId need : schema.dependenciesOf(key.id())) {
                        boolean column = need.kind() == ObjectKind.COLUMN && need.parent().equals(table);
                        builder.dependency(id,
                                column ? ObjectId.column(child, need.name()) : need.equals(table) ? child : need);
                    }
                }
            }
        }
    }
}
