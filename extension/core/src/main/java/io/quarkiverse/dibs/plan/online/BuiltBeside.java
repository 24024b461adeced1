package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: an index or key is dropped, and its successor is built {@code CONCURRENTLY}; meanwhile queries are slow, and rows
 * that
 * it would have refused come in. After: the successor is built first, under another name, and takes the place of the old one in
 * one short transaction.
 */
final class BuiltBeside {

    private BuiltBeside() {
    }

    static Optional<Replacement> of(Change.Drop drop, Change.Create create, Situation situation) {
        DbObject old = drop.object();
        if (!old.id().equals(create.object().id()) || situation.isRenamed(old.id())) {
            return Optional.empty();
        }
        if (old instanceof Index former && create.object() instanceof Index index) {
            return index(former, index, drop, create, situation);
        }
        boolean keys = old instanceof PrimaryKey || old instanceof UniqueConstraint;
        return keys && situation.isBusy(old.id().parent())
                ? KeyOnConcurrentIndex.indexOf(create.object()).map(index -> key(index, drop, create, situation))
                : Optional.empty();
    }

    private static Optional<Replacement> index(Index former, Index index, Change.Drop drop, Change.Create create,
            Situation situation) {
        if (!index.valid() || !former.table().equals(index.table()) || !situation.hasBusyRows(index.table())
                || situation.isTied(index.id())) {
            return Optional.empty();
        }
        WriteContext concurrently = concurrently(situation);
        ObjectId aside = situation.freeIndexName(index.id(), "__dibs_old_");
        DbObject beside = named(index, situation.freeIndexName(index.id(), "__dibs_new_"));
        List<String> swap = List.of(DdlWriter.rename(former, aside, situation.plain()).get(0),
                DdlWriter.rename(beside, index.id(), situation.plain()).get(0));
        return Optional.of(new Replacement(List.of(built(create, beside, concurrently)), List.of(
                new Part(new Change.Rename(former, aside), situation.plain(), swap, Segment.TRANSACTION,
                        "the new one takes the place of the old one"),
                new Part(drop, concurrently, DdlWriter.drop(named(former, aside), concurrently), Segment.NO_TRANSACTION,
                        "dropped without waiting in front of others"))));
    }

    private static Replacement key(Index index, Change.Drop drop, Change.Create create, Situation situation) {
        WriteContext plain = situation.plain();
        ObjectId beside = situation.freeIndexName(index.id(), "__dibs_new_");
        WriteContext using = plain.withUsingIndex(Optional.of(beside.name()));
        DbObject built = named(index, beside);
        return new Replacement(
                List.of(new Part(new Change.Create(built), concurrently(situation),
                        DdlWriter.create(built, concurrently(situation)), Segment.NO_TRANSACTION,
                        "built beside the old one while others write"),
                        new Part(drop, plain, DdlWriter.drop(drop.object(), plain), Segment.TRANSACTION,
                                "makes room in the same transaction")),
                List.of(new Part(create, using, DdlWriter.create(create.object(), using), Segment.TRANSACTION,
                        "takes the index over, and gives it its own name")));
    }

    private static Part built(Change.Create create, DbObject beside, WriteContext concurrently) {
        return new Part(create, concurrently, DdlWriter.create(beside, concurrently), Segment.NO_TRANSACTION,
                "built beside the old one while others write");
    }

    private static DbObject named(Index index, ObjectId name) {
        return index.renamed(id -> id.equals(index.id()) ? name : id);
    }

    private static WriteContext concurrently(Situation situation) {
        return situation.plain().withConcurrently(true);
    }
}
