package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Takes back from a new object what the default privileges that are there give it and the wanted object does not have. What it
 * is to have beyond that is granted in steps of its own. Those of every role count: who runs the plan is not known, and creates
 * what others are to own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
final class ImpliedGrants {

    private final Schema to;
    private final List<DefaultPrivileges> defaults;

    ImpliedGrants(Diff diff, Replacements replacements) {
        this.to = diff.to();
        this.defaults = diff.from().all(DefaultPrivileges.class)
                .filter(privileges -> !replacements.isDropped(privileges.id())).toList();
    }

    List<String> takenBack(ObjectId object, WriteContext context) {
        String type = objectType(object.kind());
        if (defaults.isEmpty() || type.isEmpty()) {
            return List.of();
        }
        List<DefaultPrivileges> about = defaults.stream().filter(privileges -> privileges.objectType().equals(type)
                && (privileges.inSchema().isEmpty() || privileges.inSchema().equals(object.schema()))).toList();
        Set<String> grantees = about.stream().map(DefaultPrivileges::grantee).collect(Collectors.toCollection(TreeSet::new));
        List<String> statements = new ArrayList<>();
        for (String grantee : grantees) {
            Grant implied = implied(object, about.stream().filter(privileges -> privileges.grantee().equals(grantee)).toList());
            Grant wanted = to.find(implied.id(), Grant.class).orElse(new Grant(implied.id(), new TreeMap<>(), new TreeSet<>()));
            statements.addAll(
                    DdlWriter.alter(new Alteration(implied, common(implied, wanted), Aspect.GRANT_PRIVILEGES), context));
        }
        return statements;
    }

    private static Grant implied(ObjectId object, List<DefaultPrivileges> defaults) {
        SortedMap<String, Boolean> privileges = new TreeMap<>();
        SortedSet<String> revoked = new TreeSet<>();
        for (DefaultPrivileges one : defaults) {
            one.privileges().forEach((privilege, option) -> privileges.merge(privilege, option, Boolean::logicalOr));
            revoked.addAll(one.revokedDefaults());
        }
        return new Grant(ObjectId.part(ObjectKind.GRANT, object, defaults.get(0).grantee()), privileges, revoked);
    }

    private static Grant common(Grant implied, Grant wanted) {
        SortedMap<String, Boolean> privileges = new TreeMap<>();
        implied.privileges().forEach((privilege, option) -> {
            if (wanted.privileges().containsKey(privilege)) {
                privileges.put(privilege, option && wanted.privileges().get(privilege));
            }
        });
        SortedSet<String> revoked = new TreeSet<>(implied.revokedDefaults());
        revoked.retainAll(wanted.revokedDefaults());
        return new Grant(implied.id(), privileges, revoked);
    }

    private static String objectType(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
            case SEQUENCE -> "SEQUENCES";
            case ROUTINE, AGGREGATE -> "FUNCTIONS";
            case ENUM, COMPOSITE, RANGE, BASE_TYPE, DOMAIN -> "TYPES";
            case NAMESPACE -> "SCHEMAS";
            default -> "";
        };
    }
}
