package io.quarkiverse.dibs.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * The hazards of one step: first what follows from its locks, scans and rewrites, then what the change does to data, to running
 * code and to roles. A short lock is not a hazard: the runner bounds its wait.
 */
final class HazardsOf {

    private final Surroundings surroundings;

    HazardsOf(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<HazardNote> of(List<Change> changes, Effects effects, WriteContext form) {
        Change change = changes.get(0);
        List<HazardNote> ofContent = change.accept(new ContentHazards(surroundings, changes, form));
        if (effects.rewrites().isEmpty() && effects.scans().isEmpty() && ofContent.isEmpty()) {
            return List.of();
        }
        Set<HazardNote> notes = new LinkedHashSet<>();
        String saferWay = SaferWay.of(change, form);
        effects.rewrites().forEach(relation -> {
            notes.add(new HazardNote(Hazard.REWRITES_TABLE, relation, "every row is written again", saferWay));
            notes.add(new HazardNote(Hazard.BLOCKS_READS, relation, "readers and writers wait until it is done", saferWay));
        });
        effects.scans().stream().filter(relation -> !effects.rewrites().contains(relation))
                .forEach(relation -> scan(notes, relation, effects.locks().get(relation), saferWay));
        notes.addAll(ofContent);
        return List.copyOf(notes);
    }

    private static void scan(Set<HazardNote> notes, ObjectId relation, LockMode lock, String saferWay) {
        if (lock == null || !lock.blocksWrites()) {
            return;
        }
        notes.add(new HazardNote(Hazard.LONG_SCAN, relation, "every row is read", saferWay));
        notes.add(lock.blocksReads()
                ? new HazardNote(Hazard.BLOCKS_READS, relation, "readers and writers wait until it is done", saferWay)
                : new HazardNote(Hazard.BLOCKS_WRITES, relation, "writers wait until it is done", saferWay));
    }
}
