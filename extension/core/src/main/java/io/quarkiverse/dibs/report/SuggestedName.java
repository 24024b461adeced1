package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A name for the migration that makes some changes, for people to correct: {@code add-answered-to-reviews}. */
public final class SuggestedName {

    private SuggestedName() {
    }

    public static String of(List<ChangeLine> all) {
        List<ChangeLine> changes = ShownChanges.of(all);
        Set<String> created = tables(changes, Sign.CREATED);
        Set<String> dropped = tables(changes, Sign.DROPPED);
        Set<String> touched = changes.stream().map(ChangeLine::table).filter(table -> !table.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        String name;
        if (changes.isEmpty()) {
            name = "change-schema";
        } else if (!created.isEmpty() && dropped.isEmpty()) {
            name = "create-" + list(created);
        } else if (!dropped.isEmpty() && created.isEmpty()) {
            name = "drop-" + list(dropped);
        } else if (changes.size() == 1) {
            name = one(changes.get(0));
        } else {
            name = "change-" + (touched.isEmpty() ? "schema" : list(touched));
        }
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String one(ChangeLine change) {
        String name = change.name().substring(change.name().lastIndexOf('.') + 1);
        boolean part = !change.table().isEmpty() && !change.table().equals(change.name());
        return switch (change.sign()) {
            case CREATED -> part ? "add-" + name + "-to-" + change.table() : "create-" + name;
            case DROPPED -> "drop-" + name + (part ? "-from-" + change.table() : "");
            case ALTERED -> "change-" + name + (part ? "-of-" + change.table() : "");
        };
    }

    private static Set<String> tables(List<ChangeLine> changes, Sign sign) {
        return changes.stream().filter(change -> change.kind().equals("table") && change.sign() == sign).map(ChangeLine::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list(Set<String> names) {
        return names.size() > 2 ? names.size() + "-tables" : String.join("-and-", names);
    }
}
