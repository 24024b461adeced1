package io.quarkiverse.dibs.diff;

import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;

/**
 * Indexes, and sequences that a column owns, are always in the schema of their table: they move with it, and nobody may move
 * them alone (manual, ALTER TABLE, SET SCHEMA).
 */
final class MovedWithTables {

    private MovedWithTables() {
    }

    /** The schema after the renames, with everything beside the tables that they moved. */
    static Schema renamed(Schema source, RenameMap renames) {
        Schema renamed = FollowingColumns.renamed(source, renames);
        Map<ObjectId, ObjectId> following = new TreeMap<>();
        renamed.all(SequenceOwnership.class).forEach(owned -> follow(owned.id().parent(), owned.column(), following));
        renamed.all(Index.class).forEach(index -> follow(index.id(), index.table(), following));
        following.replaceAll((former, beside) -> renames.renames().getOrDefault(beside, beside));
        return RenamedSchema.of(renamed, new RenameMap(following));
    }

    private static void follow(ObjectId id, ObjectId of, Map<ObjectId, ObjectId> following) {
        if (!id.schema().equals(of.schema())) {
            following.put(id, id.withSchema(of.schema()));
        }
    }

    /** What is left to be done to them: they get a new name where they are by then. */
    static RenameMap withoutMoves(RenameMap renames, Schema renamed) {
        Map<ObjectId, ObjectId> left = new TreeMap<>();
        renames.renames().forEach((former, present) -> {
            boolean follows = present.kind() == ObjectKind.INDEX
                    || present.kind() == ObjectKind.SEQUENCE && renamed.contains(SequenceOwnership.idOf(present));
            ObjectId beside = follows ? former.withSchema(present.schema()) : former;
            if (!beside.equals(present)) {
                left.put(beside, present);
            }
        });
        return new RenameMap(left);
    }
}
