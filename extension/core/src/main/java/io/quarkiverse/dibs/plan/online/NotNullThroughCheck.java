package io.quarkiverse.dibs.plan.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Before: {@code SET NOT NULL}, which looks at all rows while nobody may read. After: a check that says the same is added
 * {@code NOT VALID} and validated, {@code SET NOT NULL} believes it, and it is dropped again (manual, ALTER TABLE, SET NOT
 * NULL).
 */
final class NotNullThroughCheck implements OnlineRule {

    /** Leaves room in the 63 bytes of a name. */
    private static final int LONGEST = 20;

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Alter alter) || alter.alteration().aspect() != Aspect.COLUMN_NOT_NULL
                || !(alter.alteration().to() instanceof Column column) || !column.notNull()
                || !situation.isBusy(column.id().parent())) {
            return Optional.empty();
        }
        CheckConstraint check = new CheckConstraint(freeName(column, situation),
                new Expression(Identifiers.quote(column.id().name()) + " IS NOT NULL"), false, true, true);
        List<Part> parts = new ArrayList<>(ConstraintValidatedApart.parts(new Change.Create(check), check,
                Aspect.CHECK_VALIDATED, situation));
        List<String> last = new ArrayList<>(DdlWriter.alter(alter.alteration(), situation.plain()));
        last.addAll(DdlWriter.drop(check, situation.plain()));
        parts.add(new Part(change, situation.plain().withNotValid(true), last, Segment.TRANSACTION,
                "believes the check, so that no row is looked at"));
        return Optional.of(parts);
    }

    private static ObjectId freeName(Column column, Situation situation) {
        String name = column.id().name();
        String start = "dibs_" + name.substring(0, name.offsetByCodePoints(0,
                Math.min(name.codePointCount(0, name.length()), LONGEST / 2))) + "_not_null";
        ObjectId id = ObjectId.part(ObjectKind.CHECK, column.id().parent(), start);
        for (int i = 2; situation.knows(id); i++) {
            id = id.withName(start + i);
        }
        return id;
    }
}
