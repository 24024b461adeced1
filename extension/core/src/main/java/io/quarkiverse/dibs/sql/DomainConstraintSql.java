package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for the checks of domains. */
final class DomainConstraintSql implements KindSql<DomainConstraint> {

    @Override
    public List<String> create(DomainConstraint check, WriteContext context) {
        return List.of(ObjectNames.alter(check.id().parent()) + " ADD CONSTRAINT " + Identifiers.quote(check.id().name())
                + " CHECK " + Texts.parenthesized(check.expression())
                + CheckSql.validity(true, check.validated(), context));
    }

    @Override
    public List<String> drop(DomainConstraint check, WriteContext context) {
        return ConstraintSql.drop(check, context);
    }

    @Override
    public List<String> rename(DomainConstraint from, ObjectId to, WriteContext context) {
        return ConstraintSql.rename(from, to);
    }

    @Override
    public List<String> alter(DomainConstraint from, DomainConstraint to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.DOMAIN_CONSTRAINT_VALIDATED ? ConstraintSql.validate(to.id())
                : KindSql.cannotAlter(from, aspect);
    }
}
