package io.quarkiverse.dibs.diff;

import java.util.function.BiPredicate;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.SequenceOptions;

/**
 * Compares columns and their defaults. Position and whether a column is inherited are not compared: neither can be altered. The
 * first follows from how the table came to be, the second is a matter of the ties to the parents ({@link RemadeInheritances})
 * or
 * cannot be reached ({@link Unreachable}).
 */
final class ColumnComparison {

    private ColumnComparison() {
    }

    static Difference compare(Column from, Column to, int major) {
        boolean retyped = !from.type().equals(to.type()) || !from.collation().equals(to.collation());
        boolean generatedDiffers = !from.generated().equals(to.generated());
        boolean identityGoes = from.identity().isPresent() && to.identity().isEmpty();
        boolean identityFirst = identityGoes || identityNarrows(from, to) && identityDiffers(from, to);
        return new Verdict<>(from, to)
                .refuse(generatedDiffers && to.generated().isPresent() && from.generated().isEmpty(),
                        "a column cannot become generated")
                .refuse(from.generated().isPresent() && to.generated().isPresent() && storedDiffers(from, to),
                        "a generated column cannot become stored or virtual")
                .refuse(generatedDiffers && to.generated().isEmpty() && !from.generated().get().stored(),
                        "a virtual column cannot become a plain one")
                .refuse(generatedDiffers && to.generated().isPresent() && (major < 17 || retyped),
                        "the expression of a generated column cannot be changed"
                                + (major < 17 ? " before Postgres 17" : " together with its type"))
                .refuse(retyped && to.generated().isPresent()
                        && new TypeConversion(from.type(), to.type()).how() != TypeConversion.How.ASSIGNMENT,
                        "Postgres does not convert the values of a generated column to this type")
                .aspect(identityFirst, Aspect.COLUMN_IDENTITY)
                .aspect(generatedDiffers && to.generated().isEmpty(), Aspect.COLUMN_GENERATED)
                .aspect(retyped, Aspect.COLUMN_TYPE)
                .aspect(generatedDiffers && to.generated().isPresent(), Aspect.COLUMN_GENERATED)
                .aspect(Column::notNull, Aspect.COLUMN_NOT_NULL)
                .aspect(bothNotNull(from, to, (before, after) -> before.noInherit() != after.noInherit()),
                        Aspect.COLUMN_NOT_NULL_INHERITED)
                .aspect(bothNotNull(from, to, (before, after) -> before.validated() != after.validated()
                        && !(before.inherited() && after.inherited())), Aspect.COLUMN_NOT_NULL_VALIDATED)
                .aspect(bothNotNull(from, to, (before, after) -> after.isNamedUnlike(before)), Aspect.COLUMN_NOT_NULL_NAME)
                .aspect(!identityFirst && identityDiffers(from, to), Aspect.COLUMN_IDENTITY)
                // a new type takes storage and compression back to its own
                .aspect(retyped ? to.storage().isPresent() : !from.storage().equals(to.storage()), Aspect.COLUMN_STORAGE)
                .aspect(retyped ? to.compression().isPresent() : !from.compression().equals(to.compression()),
                        Aspect.COLUMN_COMPRESSION)
                .aspect(Column::statisticsTarget, Aspect.COLUMN_STATISTICS)
                .aspect(Column::options, Aspect.COLUMN_OPTIONS)
                .aspect(Column::foreignOptions, Aspect.COLUMN_FOREIGN_OPTIONS).difference();
    }

    static Difference compare(ColumnDefault from, ColumnDefault to) {
        return new Verdict<>(from, to).aspect(ColumnDefault::expression, Aspect.DEFAULT_EXPRESSION).difference();
    }

    /** Whether the column stays NOT NULL, and the constraints behind that, where they matter, are unlike each other. */
    private static boolean bothNotNull(Column from, Column to, BiPredicate<NotNull, NotNull> unlike) {
        return from.notNullConstraint().isPresent() && to.notNullConstraint().isPresent()
                && unlike.test(from.notNullConstraint().get(), to.notNullConstraint().get());
    }

    private static boolean storedDiffers(Column from, Column to) {
        return from.generated().get().stored() != to.generated().get().stored();
    }

    /** The sequence's bounds have to fit into the new type before the column gets it. */
    private static boolean identityNarrows(Column from, Column to) {
        return from.identity().isPresent() && to.identity().isPresent()
                && SequenceOptions.maximumOf(to.type()) < SequenceOptions.maximumOf(from.type());
    }

    /** The sequence follows the column's type by itself. */
    private static boolean identityDiffers(Column from, Column to) {
        if (to.identity().isEmpty() || from.identity().isEmpty()) {
            return from.identity().isPresent() != to.identity().isPresent();
        }
        Column.Identity before = from.identity().get();
        Column.Identity after = to.identity().get();
        return before.always() != after.always() || before.isNamedUnlike(after)
                || !before.optionsAs(after.options().dataType()).equals(after.options());
    }
}
