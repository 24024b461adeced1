package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** Compares the constraints of tables. Postgres alters little of them; the rest is a drop and an add. */
final class ConstraintComparison {

    private static final String COLUMNS = "the columns of a constraint cannot be changed";
    private static final String DEFERRABILITY = "only a foreign key can become deferrable or not";

    private ConstraintComparison() {
    }

    static Difference compare(PrimaryKey from, PrimaryKey to) {
        return new Verdict<>(from, to)
                .fixed(PrimaryKey::columns, COLUMNS)
                .fixed(PrimaryKey::include, COLUMNS)
                .fixed(PrimaryKey::withoutOverlaps, COLUMNS)
                .fixed(PrimaryKey::deferrability, DEFERRABILITY)
                .aspect(PrimaryKey::storageParameters, Aspect.KEY_STORAGE_PARAMETERS)
                .aspect(PrimaryKey::tablespace, Aspect.KEY_TABLESPACE).difference();
    }

    static Difference compare(UniqueConstraint from, UniqueConstraint to) {
        return new Verdict<>(from, to)
                .fixed(UniqueConstraint::columns, COLUMNS)
                .fixed(UniqueConstraint::include, COLUMNS)
                .fixed(UniqueConstraint::withoutOverlaps, COLUMNS)
                .fixed(UniqueConstraint::nullsNotDistinct, "whether nulls are distinct cannot be changed")
                .fixed(UniqueConstraint::deferrability, DEFERRABILITY)
                .aspect(UniqueConstraint::storageParameters, Aspect.KEY_STORAGE_PARAMETERS)
                .aspect(UniqueConstraint::tablespace, Aspect.KEY_TABLESPACE).difference();
    }

    static Difference compare(ExclusionConstraint from, ExclusionConstraint to) {
        return new Difference.Replaced("an exclusion constraint cannot be altered");
    }

    static Difference compare(CheckConstraint from, CheckConstraint to) {
        return new Verdict<>(from, to)
                .fixed(CheckConstraint::expression, "the expression of a check cannot be changed")
                .fixed(CheckConstraint::noInherit, "whether a check is inherited cannot be changed")
                .fixed(CheckConstraint::enforced, "whether a check is enforced cannot be changed")
                .aspectIf(to.validated() && to.enforced(), CheckConstraint::validated, Aspect.CHECK_VALIDATED,
                        "a validated check cannot become not valid")
                .difference();
    }

    static Difference compare(ForeignKey from, ForeignKey to, int major) {
        boolean enforcedDiffers = from.enforced() != to.enforced();
        return new Verdict<>(from, to)
                .fixed(ForeignKey::columns, COLUMNS)
                .fixed(ForeignKey::referencedTable, "it refers to another table")
                .fixed(ForeignKey::referencedColumns, COLUMNS)
                .fixed(ForeignKey::period, COLUMNS)
                .fixed(ForeignKey::matchFull, "the match type of a foreign key cannot be changed")
                .fixed(ForeignKey::onDelete, "the actions of a foreign key cannot be changed")
                .fixed(ForeignKey::onUpdate, "the actions of a foreign key cannot be changed")
                .fixed(ForeignKey::setColumns, "the actions of a foreign key cannot be changed")
                .refuse(enforcedDiffers && major < 18, "before Postgres 18 every foreign key is enforced")
                // a key that becomes enforced is validated with it
                .refuse(enforcedDiffers && to.enforced() != to.validated(),
                        "a foreign key that becomes enforced cannot stay not valid")
                .refuse(!enforcedDiffers && from.validated() && !to.validated(),
                        "a validated foreign key cannot become not valid")
                .aspect(ForeignKey::deferrability, Aspect.FOREIGN_KEY_DEFERRABILITY)
                .aspect(enforcedDiffers, Aspect.FOREIGN_KEY_ENFORCED)
                .aspect(!enforcedDiffers && !from.validated() && to.validated(), Aspect.FOREIGN_KEY_VALIDATED)
                .difference();
    }

    static Difference compare(Index from, Index to) {
        String definition = "the definition of an index cannot be changed";
        return new Verdict<>(from, to)
                .fixed(Index::valid, "an index that is not valid must be built again")
                .fixed(Index::table, "it is on another table")
                .fixed(Index::method, definition)
                .fixed(Index::unique, definition)
                .fixed(Index::nullsNotDistinct, definition)
                .fixed(Index::keys, definition)
                .fixed(Index::include, definition)
                .fixed(Index::predicate, definition)
                .aspect(Index::storageParameters, Aspect.INDEX_STORAGE_PARAMETERS)
                .aspect(Index::tablespace, Aspect.INDEX_TABLESPACE).difference();
    }
}
