package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * How two schemas are compared.
 *
 * @param renames declared renames; nothing else is ever taken for a rename
 * @param managedTables tables that a migration of dibs created: only these may be dropped when the target is entities
 * @param target what the second schema says about objects it does not have
 * @param saidInFull what stands in SQL files beside entities: its properties are all meant as they are said
 * @param serverMajor the server that would carry the changes out: what it cannot alter is replaced
 */
public record DiffOptions(List<Intent.Rename> renames, Set<ObjectId> managedTables, Target target,
        Set<ObjectId> saidInFull, int serverMajor) {

    public DiffOptions {
        renames = List.copyOf(renames);
        managedTables = Set.copyOf(managedTables);
        saidInFull = Set.copyOf(saidInFull);
    }

    /** What the absence of an object in the second schema means. */
    public enum Target {
        /** The second schema is everything there should be: what it does not have is dropped, names are matched exactly. */
        COMPLETE,
        /** Entities: what they cannot say, and tables they do not know, stays; names of constraints and indexes may differ. */
        ENTITIES
    }

    /** Both sides are whole databases. */
    public static DiffOptions complete() {
        return new DiffOptions(List.of(), Set.of(), Target.COMPLETE, Set.of(), WriteContext.NEWEST);
    }

    public DiffOptions withServerMajor(int newServerMajor) {
        return new DiffOptions(renames, managedTables, target, saidInFull, newServerMajor);
    }

    public DiffOptions withRenames(List<Intent.Rename> newRenames) {
        return new DiffOptions(newRenames, managedTables, target, saidInFull, serverMajor);
    }

    /** The second side is what entities say. */
    public static DiffOptions entities(List<Intent.Rename> renames, Set<ObjectId> managedTables) {
        return new DiffOptions(renames, managedTables, Target.ENTITIES, Set.of(), WriteContext.NEWEST);
    }

    public DiffOptions withSaidInFull(Set<ObjectId> newSaidInFull) {
        return new DiffOptions(renames, managedTables, target, newSaidInFull, serverMajor);
    }
}
