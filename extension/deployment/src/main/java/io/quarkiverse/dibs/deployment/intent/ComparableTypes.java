package io.quarkiverse.dibs.deployment.intent;

import java.util.List;
import java.util.Set;

/**
 * Whether a foreign key can compare two types by the server's own operators. In doubt (a type that is not built in) it says
 * yes: the server decides.
 */
final class ComparableTypes {

    private static final List<Set<String>> FAMILIES = List.of(Set.of("smallint", "integer", "bigint", "numeric"),
            Set.of("real", "double precision"), Set.of("text", "character varying", "name"),
            Set.of("timestamp with time zone", "timestamp without time zone", "date"), Set.of("inet", "cidr"));

    private ComparableTypes() {
    }

    static boolean comparable(String from, String to) {
        if (from.endsWith("[]") != to.endsWith("[]")) {
            return false;
        }
        String one = SqlTypeNames.base(from);
        String other = SqlTypeNames.base(to);
        if (one.equals(other)) {
            return true;
        }
        boolean known = SqlTypeNames.isBuiltIn(from) && SqlTypeNames.isBuiltIn(to);
        boolean enums = one.contains(".") && SqlTypeNames.isBuiltIn(to) || other.contains(".") && SqlTypeNames.isBuiltIn(from);
        return !known && !enums
                || known && FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }
}
