package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** SQL for the privileges of one grantee on one object. */
final class GrantSql implements KindSql<Grant> {

    @Override
    public List<String> create(Grant grant, WriteContext context) {
        return change(grant, new TreeMap<>(), new TreeSet<>(), grant.privileges(), grant.revokedDefaults());
    }

    @Override
    public List<String> drop(Grant grant, WriteContext context) {
        return change(grant, grant.privileges(), grant.revokedDefaults(), new TreeMap<>(), new TreeSet<>());
    }

    @Override
    public List<String> rename(Grant from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Grant from, Grant to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.GRANT_PRIVILEGES
                ? change(to, from.privileges(), from.revokedDefaults(), to.privileges(), to.revokedDefaults())
                : KindSql.cannotAlter(from, aspect);
    }

    private static List<String> change(Grant grant, SortedMap<String, Boolean> before, SortedSet<String> revokedBefore,
            SortedMap<String, Boolean> after, SortedSet<String> revokedAfter) {
        ObjectId target = grant.id().parent();
        List<String> statements = new Privileges(before, revokedBefore, after, revokedAfter)
                .statements((verb, privileges, preposition, end) -> verb + privileges(privileges, target) + " ON "
                        + object(target) + preposition + Identifiers.role(grant.id().name()) + end);
        String grantor = Grant.grantor(grant.id());
        if (grantor.isEmpty() || statements.isEmpty()) {
            return statements;
        }
        // GRANTED BY may only name the current role
        List<String> asGrantor = new ArrayList<>(List.of("SET ROLE " + Identifiers.quote(grantor)));
        asGrantor.addAll(statements);
        asGrantor.add("RESET ROLE");
        return asGrantor;
    }

    private static String privileges(SortedSet<String> privileges, ObjectId target) {
        return target.kind() != ObjectKind.COLUMN ? String.join(", ", privileges)
                : privileges.stream().map(privilege -> privilege + " (" + Identifiers.quote(target.name()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String object(ObjectId target) {
        return switch (target.kind()) {
            case COLUMN -> object(target.parent());
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + Identifiers.qualify(target);
            case AGGREGATE -> "FUNCTION " + Identifiers.qualify(target) + "(" + target.arguments() + ")";
            case FOREIGN_SERVER -> "FOREIGN SERVER " + Identifiers.qualify(target);
            default -> ObjectNames.of(target);
        };
    }
}
