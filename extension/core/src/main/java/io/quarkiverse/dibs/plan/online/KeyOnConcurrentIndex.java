package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: a primary key or unique constraint is added, and its index is built while nobody may read or write. After: the index
 * is built {@code CONCURRENTLY} under the key's name and then taken over {@code USING INDEX}.
 */
final class KeyOnConcurrentIndex implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Create create) || create.object().id().parent() == null
                || !situation.hasBusyRows(create.object().id().parent())) {
            return Optional.empty();
        }
        return indexOf(create.object()).map(index -> parts(change, index, situation));
    }

    /** The index under a key, by the key's name; empty where a key cannot take over an index that is there. */
    static Optional<Index> indexOf(DbObject object) {
        if (object instanceof PrimaryKey key && !key.withoutOverlaps()) {
            return Optional.of(index(key.id(), key.columns(), key.include(), false, key.storageParameters(), key.tablespace()));
        }
        if (object instanceof UniqueConstraint key && !key.withoutOverlaps()) {
            return Optional.of(index(key.id(), key.columns(), key.include(), key.nullsNotDistinct(), key.storageParameters(),
                    key.tablespace()));
        }
        return Optional.empty();
    }

    private static Index index(ObjectId key, List<String> columns, List<String> include, boolean nullsNotDistinct,
            SortedMap<String, String> storageParameters, Optional<String> tablespace) {
        return new Index(ObjectId.inSchema(ObjectKind.INDEX, key.schema(), key.name()), key.parent(), "btree", true,
                nullsNotDistinct, columns.stream().map(Index.Key::of).toList(), include, Optional.empty(), storageParameters,
                tablespace, true);
    }

    private static List<Part> parts(Change change, Index index, Situation situation) {
        WriteContext concurrently = situation.plain().withConcurrently(true);
        WriteContext using = situation.plain().withUsingIndex(Optional.of(index.id().name()));
        return List.of(
                new Part(new Change.Create(index), concurrently, DdlWriter.create(index, concurrently), Segment.NO_TRANSACTION,
                        "built while others write"),
                new Part(change, using, DdlWriter.create(((Change.Create) change).object(), using), Segment.TRANSACTION,
                        "takes the index over"));
    }
}
