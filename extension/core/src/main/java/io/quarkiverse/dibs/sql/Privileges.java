package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The GRANTs and REVOKEs that lead from one set of privileges to another, in an order in which none takes back another. */
final class Privileges {

    private final SortedMap<String, Boolean> before;
    private final SortedSet<String> revokedBefore;
    private final SortedMap<String, Boolean> after;
    private final SortedSet<String> revokedAfter;

    Privileges(SortedMap<String, Boolean> before, SortedSet<String> revokedBefore, SortedMap<String, Boolean> after,
            SortedSet<String> revokedAfter) {
        this.before = before;
        this.revokedBefore = revokedBefore;
        this.after = after;
        this.revokedAfter = revokedAfter;
    }

    /**
     * @param phrase makes a statement of a verb, the privileges, the word before the grantee, and what follows him
     */
    List<String> statements(Phrase phrase) {
        List<String> statements = new ArrayList<>();
        SortedSet<String> revoke = new TreeSet<>(before.keySet());
        revoke.removeAll(after.keySet());
        SortedSet<String> newlyRevoked = new TreeSet<>(revokedAfter);
        newlyRevoked.removeAll(revokedBefore);
        revoke.addAll(newlyRevoked);
        add(statements, phrase, "REVOKE ", revoke, " FROM ", "");
        add(statements, phrase, "REVOKE GRANT OPTION FOR ", keys(before, true, after, false), " FROM ", "");
        SortedSet<String> grant = new TreeSet<>(revokedBefore);
        grant.removeAll(revokedAfter);
        after.forEach((privilege, option) -> {
            if (!option && !before.containsKey(privilege)) {
                grant.add(privilege);
            }
        });
        grant.removeIf(privilege -> after.getOrDefault(privilege, false));
        add(statements, phrase, "GRANT ", grant, " TO ", "");
        SortedSet<String> withOption = new TreeSet<>();
        after.forEach((privilege, option) -> {
            if (option && !before.getOrDefault(privilege, false)) {
                withOption.add(privilege);
            }
        });
        add(statements, phrase, "GRANT ", withOption, " TO ", " WITH GRANT OPTION");
        return statements;
    }

    private static SortedSet<String> keys(SortedMap<String, Boolean> first, boolean inFirst,
            SortedMap<String, Boolean> second, boolean inSecond) {
        SortedSet<String> keys = new TreeSet<>();
        first.forEach((privilege, option) -> {
            Boolean other = second.get(privilege);
            if (option == inFirst && other != null && other == inSecond) {
                keys.add(privilege);
            }
        });
        return keys;
    }

    private static void add(List<String> statements, Phrase phrase, String verb, SortedSet<String> privileges,
            String preposition, String end) {
        if (!privileges.isEmpty()) {
            statements.add(phrase.sql(verb, privileges, preposition, end));
        }
    }

    /** How one kind of object words a GRANT or REVOKE. */
    interface Phrase {
        String sql(String verb, SortedSet<String> privileges, String preposition, String end);
    }
}
