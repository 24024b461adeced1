package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: a check or foreign key is added, and all rows are looked at under a lock that stops writers. After: it is added
 * {@code NOT VALID}, committed, and validated under a lock that stops nobody (manual, ALTER TABLE, notes).
 */
final class ConstraintValidatedApart implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Create create)) {
            return Optional.empty();
        }
        DbObject object = create.object();
        if (object instanceof CheckConstraint check && check.validated() && check.enforced()
                && (check.noInherit() ? situation.hasBusyRows(check.id().parent())
                        : situation.isTreeBusy(check.id().parent()))) {
            return Optional.of(parts(change, object, Aspect.CHECK_VALIDATED, situation));
        }
        // validating a key to a partitioned table leaves its parts, the keys to each partition, not valid
        if (object instanceof ForeignKey key && key.validated() && key.enforced() && situation.isBusy(key.id().parent())
                && !situation.isPartitioned(key.referencedTable())) {
            return Optional.of(parts(change, object, Aspect.FOREIGN_KEY_VALIDATED, situation));
        }
        return Optional.empty();
    }

    static List<Part> parts(Change change, DbObject object, Aspect validated, Situation situation) {
        WriteContext unchecked = situation.plain().withNotValid(true);
        Alteration validation = new Alteration(object, object, validated);
        return List.of(
                new Part(change, unchecked, DdlWriter.create(object, unchecked), Segment.COMMIT_AFTER,
                        "the rows there are are looked at later, without a lock that stops writers"),
                new Part(new Change.Alter(validation), situation.plain(), DdlWriter.alter(validation, situation.plain()),
                        Segment.COMMIT_AFTER, "looks at the rows while others write"));
    }
}
