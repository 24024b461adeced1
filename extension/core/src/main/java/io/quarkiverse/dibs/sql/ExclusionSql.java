package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for exclusion constraints. */
final class ExclusionSql implements KindSql<ExclusionConstraint> {

    @Override
    public List<String> create(ExclusionConstraint exclusion, WriteContext context) {
        return ConstraintSql.add(exclusion, context);
    }

    @Override
    public List<String> drop(ExclusionConstraint exclusion, WriteContext context) {
        return ConstraintSql.drop(exclusion, context);
    }

    @Override
    public List<String> rename(ExclusionConstraint from, ObjectId to, WriteContext context) {
        return ConstraintSql.rename(from, to);
    }

    @Override
    public List<String> alter(ExclusionConstraint from, ExclusionConstraint to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
