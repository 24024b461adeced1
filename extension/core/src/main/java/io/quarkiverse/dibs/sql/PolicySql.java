package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Policy;

/** SQL for row-security policies. */
final class PolicySql implements KindSql<Policy> {

    @Override
    public List<String> create(Policy policy, WriteContext context) {
        return List.of("CREATE POLICY " + ObjectNames.name(policy.id()) + (policy.permissive() ? "" : " AS RESTRICTIVE")
                + (policy.command().equals("ALL") ? "" : " FOR " + policy.command())
                + (policy.roles().isEmpty() ? "" : " TO " + roles(policy))
                + policy.using().map(using -> " USING " + Texts.parenthesized(using)).orElse("")
                + policy.withCheck().map(check -> " WITH CHECK " + Texts.parenthesized(check)).orElse(""));
    }

    @Override
    public List<String> drop(Policy policy, WriteContext context) {
        return List.of("DROP POLICY " + ObjectNames.name(policy.id()));
    }

    @Override
    public List<String> rename(Policy from, ObjectId to, WriteContext context) {
        return List.of("ALTER POLICY " + ObjectNames.name(from.id()) + " RENAME TO " + Identifiers.quote(to.name()));
    }

    @Override
    public List<String> alter(Policy from, Policy to, Aspect aspect, WriteContext context) {
        if (aspect != Aspect.POLICY_DEFINITION) {
            return KindSql.cannotAlter(from, aspect);
        }
        StringBuilder sql = new StringBuilder("ALTER POLICY ").append(ObjectNames.name(to.id()));
        if (!from.roles().equals(to.roles())) {
            sql.append(" TO ").append(roles(to));
        }
        if (!from.using().equals(to.using())) {
            to.using().ifPresent(using -> sql.append(" USING ").append(Texts.parenthesized(using)));
        }
        if (!from.withCheck().equals(to.withCheck())) {
            to.withCheck().ifPresent(check -> sql.append(" WITH CHECK ").append(Texts.parenthesized(check)));
        }
        return List.of(sql.toString());
    }

    private static String roles(Policy policy) {
        return policy.roles().isEmpty() ? "PUBLIC" : Identifiers.list(policy.roles());
    }
}
