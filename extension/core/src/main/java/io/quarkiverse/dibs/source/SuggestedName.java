package io.quarkiverse.dibs.source;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import io.quarkiverse.dibs.report.ChangeLine;
import io.quarkiverse.dibs.report.ShownChanges;
import io.quarkiverse.dibs.report.Sign;

/** What a migration could be called that makes a difference go away: {@code create-users}, {@code add-users-email}. */
public final class SuggestedName {

    private static final int MOST_TABLES = 2;

    private SuggestedName() {
    }

    /** The name, as it would be typed on the command line; never empty. */
    public static String of(List<ChangeLine> all) {
        List<ChangeLine> changes = ShownChanges.of(all);
        List<ChangeLine> tables = changes.stream().filter(change -> change.kind().equals("table")).toList();
        if (changes.size() == 1) {
            return word(verb(changes.get(0)) + "-" + changes.get(0).name());
        }
        TreeSet<String> names = new TreeSet<>();
        changes.stream().map(ChangeLine::table).filter(table -> !table.isEmpty()).forEach(names::add);
        if (names.isEmpty() || names.size() > MOST_TABLES) {
            return created(tables) && !tables.isEmpty() && tables.size() == names.size() ? "create-tables" : "change-schema";
        }
        boolean whole = !tables.isEmpty() && tables.size() == names.size();
        return word((whole && created(tables) ? "create" : whole && dropped(tables) ? "drop" : "change") + "-"
                + String.join("-", names));
    }

    private static boolean created(List<ChangeLine> tables) {
        return tables.stream().allMatch(table -> table.sign() == Sign.CREATED);
    }

    private static boolean dropped(List<ChangeLine> tables) {
        return tables.stream().allMatch(table -> table.sign() == Sign.DROPPED);
    }

    private static String verb(ChangeLine change) {
        return switch (change.sign()) {
            case CREATED -> change.kind().equals("column") ? "add" : "create";
            case DROPPED -> "drop";
            case ALTERED -> "change";
        };
    }

    private static String word(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return word.isEmpty() ? "change-schema" : word;
    }
}
