package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * What each change does to a busy database: locks, scans, rewrites. The numbers are those of SAFETY, measured on Postgres 14 to
 * 18; where the schema does not say enough, the worse is assumed. Pure.
 */
public final class EffectsOf {

    private final Surroundings surroundings;

    /**
     * @param born the tables, views and sequences that the plan itself creates, by the names they are created with
     * @param apart the foreign keys that the plan drops in steps of their own, before what they are on
     */
    public EffectsOf(Schema before, Schema after, Set<ObjectId> born, Set<ObjectId> apart, int major) {
        this.surroundings = new Surroundings(before, after, Set.copyOf(born), Set.copyOf(apart), major);
    }

    /** The change in its plain form. */
    public Effects of(Change change) {
        return of(List.of(change), WriteContext.forServer(surroundings.major()));
    }

    /**
     * One step: the first change is what its statements are about, the others come with it.
     *
     * @param form the form in which it is written
     */
    public Effects of(List<Change> changes, WriteContext form) {
        return changes.get(0).accept(new Change.Visitor<Effects>() {
            @Override
            public Effects visit(Change.Create create) {
                return new CreateEffects(surroundings, form).of(create.object(), others(changes));
            }

            @Override
            public Effects visit(Change.Drop drop) {
                return new DropEffects(surroundings.ofDrops(), form).of(drop.object());
            }

            @Override
            public Effects visit(Change.Alter alter) {
                return new AlterEffects(surroundings, form).of(alter.alteration());
            }

            @Override
            public Effects visit(Change.Rename rename) {
                return new RenameEffects(surroundings, form).of(rename.from());
            }
        });
    }

    /** The hazards of the same step. */
    public List<HazardNote> hazards(List<Change> changes, WriteContext form) {
        return hazards(changes, of(changes, form), form);
    }

    /**
     * The same for who has the effects already.
     *
     * @param effects what {@link #of(List, WriteContext)} says of the step
     */
    List<HazardNote> hazards(List<Change> changes, Effects effects, WriteContext form) {
        return new HazardsOf(surroundings).of(changes, effects, form);
    }

    private static List<DbObject> others(List<Change> changes) {
        List<DbObject> others = new ArrayList<>(changes.size());
        for (Change change : changes.subList(1, changes.size())) {
            if (change instanceof Change.Create create) {
                others.add(create.object());
            }
        }
        return others;
    }
}
