package io.quarkiverse.dibs.plan.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: {@code SET NOT NULL}, which looks at all rows while nobody may read. After: a check that says the same is added
 * {@code NOT VALID} and validated, {@code SET NOT NULL} believes it, and it is dropped again (manual, ALTER TABLE, SET NOT
 * NULL). From Postgres 18 on the constraint itself can be added {@code NOT VALID} and validated.
 */
final class NotNullThroughCheck implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Alter alter) || alter.alteration().aspect() != Aspect.COLUMN_NOT_NULL
                || !(alter.alteration().to() instanceof Column column) || !column.notNull()
                || !situation.isTreeBusy(column.id().parent())) {
            return Optional.empty();
        }
        if (situation.plain().major() >= 18) {
            return column.hasNoNulls() ? Optional.of(validatedApart(change, alter.alteration(), column, situation))
                    : Optional.empty();
        }
        // children that are to be without it are let alone
        WriteContext form = situation.plain().withOnly(situation.sparesChildren(alter.alteration()));
        CheckConstraint check = new CheckConstraint(
                situation.freeCheckName(column.id().parent(), column.id().name(), "_not_null"),
                new Expression(Identifiers.quote(column.id().name()) + " IS NOT NULL"), form.only(), true, true);
        List<Part> parts = new ArrayList<>(ConstraintValidatedApart.parts(new Change.Create(check), check,
                Aspect.CHECK_VALIDATED, situation));
        List<String> last = new ArrayList<>(DdlWriter.alter(alter.alteration(), form));
        last.addAll(DdlWriter.drop(check, situation.plain()));
        parts.add(new Part(change, form.withNotValid(true), last, Segment.TRANSACTION,
                "believes the check, so that no row is looked at"));
        return Optional.of(parts);
    }

    private static List<Part> validatedApart(Change change, Alteration alteration, Column column, Situation situation) {
        Optional<NotNull> wanted = column.notNullConstraint().filter(constraint -> !constraint.inherited());
        // to be validated it has to have a name that is known
        String name = wanted.flatMap(NotNull::givenName)
                .orElseGet(() -> situation.freeNotNullName(column.id()));
        NotNull named = new NotNull(Optional.of(name), !column.handsNotNullDown(), true, false, true);
        Column unchecked = column.withNotNullConstraint(Optional.of(named.withValidated(false)));
        Column checked = column.withNotNullConstraint(Optional.of(named));
        Alteration addition = new Alteration(alteration.from(), unchecked, Aspect.COLUMN_NOT_NULL);
        Alteration validation = new Alteration(unchecked, checked, Aspect.COLUMN_NOT_NULL_VALIDATED);
        WriteContext notValid = situation.plain().withNotValid(true);
        return List.of(
                new Part(change, notValid, DdlWriter.alter(addition, notValid), Segment.COMMIT_AFTER,
                        "the rows there are are looked at later, without a lock that stops writers"),
                new Part(new Change.Alter(validation), situation.plain(), DdlWriter.alter(validation, situation.plain()),
                        Segment.COMMIT_AFTER, "looks at the rows while others write"));
    }
}
