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
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Before: {@code SET NOT NULL}, which looks at all rows while nobody may read. After: a check that says the same is added
 * {@code NOT VALID} and validated, {@code SET NOT NULL} believes it, and it is dropped again (manual, ALTER TABLE, SET NOT
 * NULL).
 */
final class NotNullThroughCheck implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Alter alter) || alter.alteration().aspect() != Aspect.COLUMN_NOT_NULL
                || !(alter.alteration().to() instanceof Column column) || !column.notNull()
                || !situation.isTreeBusy(column.id().parent())) {
            return Optional.empty();
        }
        CheckConstraint check = new CheckConstraint(
                situation.freeCheckName(column.id().parent(), column.id().name(), "_not_null"),
                new Expression(Identifiers.quote(column.id().name()) + " IS NOT NULL"), false, true, true);
        List<Part> parts = new ArrayList<>(ConstraintValidatedApart.parts(new Change.Create(check), check,
                Aspect.CHECK_VALIDATED, situation));
        List<String> last = new ArrayList<>(DdlWriter.alter(alter.alteration(), situation.plain()));
        last.addAll(DdlWriter.drop(check, situation.plain()));
        parts.add(new Part(change, situation.plain().withNotValid(true), last, Segment.TRANSACTION,
                "believes the check, so that no row is looked at"));
        return Optional.of(parts);
    }
}
