package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for default privileges. */
final class DefaultPrivilegesSql implements KindSql<DefaultPrivileges> {

    @Override
    public List<String> create(DefaultPrivileges defaults, WriteContext context) {
        return change(defaults, new TreeMap<>(), new TreeSet<>(), defaults.privileges(), defaults.revokedDefaults());
    }

    @Override
    public List<String> drop(DefaultPrivileges defaults, WriteContext context) {
        return change(defaults, defaults.privileges(), defaults.revokedDefaults(), new TreeMap<>(), new TreeSet<>());
    }

    @Override
    public List<String> rename(DefaultPrivileges from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(DefaultPrivileges from, DefaultPrivileges to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.DEFAULT_PRIVILEGES
                ? change(to, from.privileges(), from.revokedDefaults(), to.privileges(), to.revokedDefaults())
                : KindSql.cannotAlter(from, aspect);
    }

    private static List<String> change(DefaultPrivileges defaults, SortedMap<String, Boolean> before,
            SortedSet<String> revokedBefore, SortedMap<String, Boolean> after, SortedSet<String> revokedAfter) {
        String head = "ALTER DEFAULT PRIVILEGES FOR ROLE " + Identifiers.quote(defaults.role())
                + (defaults.inSchema().isEmpty() ? "" : " IN SCHEMA " + Identifiers.quote(defaults.inSchema())) + " ";
        return new Privileges(before, revokedBefore, after, revokedAfter)
                .statements((verb, privileges, preposition, end) -> head + verb + String.join(", ", privileges) + " ON "
                        + defaults.objectType().toUpperCase(Locale.ROOT) + preposition
                        + Identifiers.role(defaults.grantee()) + end);
    }
}
