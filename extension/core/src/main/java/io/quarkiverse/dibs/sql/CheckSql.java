package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for checks of tables. A check on a partitioned table is always its partitions' too, so ONLY is not written. */
final class CheckSql implements KindSql<CheckConstraint> {

    @Override
    public List<String> create(CheckConstraint check, WriteContext context) {
        return ConstraintSql.add(check, context.withOnly(false));
    }

    @Override
    public List<String> drop(CheckConstraint check, WriteContext context) {
        return ConstraintSql.drop(check, context.withOnly(false));
    }

    @Override
    public List<String> rename(CheckConstraint from, ObjectId to, WriteContext context) {
        return ConstraintSql.rename(from, to);
    }

    @Override
    public List<String> alter(CheckConstraint from, CheckConstraint to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.CHECK_VALIDATED ? ConstraintSql.validate(to.id()) : KindSql.cannotAlter(from, aspect);
    }

    static List<String> dropIfThere(CheckConstraint check) {
        return List.of(ObjectNames.alter(check.id().parent()) + " DROP CONSTRAINT IF EXISTS "
                + Identifiers.quote(check.id().name()));
    }

    static String body(CheckConstraint check, WriteContext context) {
        return "CHECK " + Texts.parenthesized(check.expression()) + (check.noInherit() ? " NO INHERIT" : "")
                + validity(check.enforced(), check.validated(), context);
    }

    /** What is not enforced is not validated either, without saying so. */
    static String validity(boolean enforced, boolean validated, WriteContext context) {
        if (!enforced) {
            return " NOT ENFORCED";
        }
        return validated && !context.notValid() ? "" : " NOT VALID";
    }
}
