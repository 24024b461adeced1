package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import io.quarkiverse.dibs.diff.IndexName;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/**
 * Postgres brings an index back whose column gets another type. Before: a partitioned index and those of the partitions.
 * After: the partitioned one as it was, and those of the partitions made after it: under names of Postgres' choice, with its
 * parameters and its comment, without what was said of them (measured on 14 to 18).
 */
final class RebuiltParts {

    private final Schema to;
    private final Dependencies after;
    private final Map<ObjectId, List<ObjectId>> parts = new HashMap<>();

    RebuiltParts(Schema from, Schema to, Dependencies after) {
        this.to = to;
        this.after = after;
        from.all(IndexPartition.class)
                .forEach(tie -> parts.computeIfAbsent(tie.partitionOf(), whole -> new ArrayList<>()).add(tie.id().parent()));
    }

    /** Whether a part of the index would not be what it is to be. */
    boolean change(ObjectId whole) {
        for (ObjectId part : parts.getOrDefault(whole, List.of())) {
            if (to.contains(part) && to.contains(whole)
                    && (isSpokenOf(whole) || !isLike(to.find(part).orElseThrow(), to.find(whole).orElseThrow())
                            || isSpokenOf(part)
                            || change(part))) {
                return true;
            }
        }
        return false;
    }

    /** A comment goes over from the whole to the parts; what is said of a part is lost. */
    private boolean isSpokenOf(ObjectId index) {
        return after.usersOf(index).stream().anyMatch(user -> user.kind() == ObjectKind.CLUSTERING
                || user.kind() == ObjectKind.REPLICA_IDENTITY
                || user.kind() == ObjectKind.COLUMN_SETTINGS
                || user.kind() == ObjectKind.COMMENT && user.parent().equals(index));
    }

    private static boolean isLike(DbObject part, DbObject whole) {
        return part.id().name().equals(nameOf(part)) && parametersOf(part).equals(parametersOf(whole))
                && tablespaceOf(part).equals(tablespaceOf(whole));
    }

    private static String nameOf(DbObject part) {
        if (part instanceof Index index) {
            return IndexName.of(index.table().name(), index, taken -> false);
        } else if (part instanceof UniqueConstraint key) {
            return IndexName.of(key.id().parent().name(), key);
        }
        return IndexName.ofPrimaryKey(part.id().parent().name());
    }

    private static SortedMap<String, String> parametersOf(DbObject index) {
        return index instanceof Index one ? one.storageParameters()
                : index instanceof UniqueConstraint key ? key.storageParameters() : ((PrimaryKey) index).storageParameters();
    }

    private static Optional<String> tablespaceOf(DbObject index) {
        return index instanceof Index one ? one.tablespace()
                : index instanceof UniqueConstraint key ? key.tablespace() : ((PrimaryKey) index).tablespace();
    }
}
