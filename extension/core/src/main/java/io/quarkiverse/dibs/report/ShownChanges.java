package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes as people read them: a new column and its default are one thing. */
public final class ShownChanges {

    private ShownChanges() {
    }

    /** The changes to show, in their order. */
    public static List<ChangeLine> of(List<ChangeLine> changes) {
        Map<String, String> defaults = defaultsOfNewColumns(changes);
        return changes.stream().filter(change -> !(change.kind().equals("default") && defaults.containsKey(change.name())))
                .map(change -> change.kind().equals("column")
                        ? change.withDescription(change.description() + defaults.getOrDefault(change.name(), ""))
                        : change)
                .toList();
    }

    /** {@code 3 changes (1 created, 2 altered, 0 dropped)}. */
    public static String count(List<ChangeLine> all) {
        List<ChangeLine> changes = of(all);
        return changes.size() + (changes.size() == 1 ? " change" : " changes") + " (" + count(changes, Sign.CREATED)
                + " created, " + count(changes, Sign.ALTERED) + " altered, " + count(changes, Sign.DROPPED) + " dropped)";
    }

    private static long count(List<ChangeLine> changes, Sign sign) {
        return changes.stream().filter(change -> change.sign() == sign).count();
    }

    private static Map<String, String> defaultsOfNewColumns(List<ChangeLine> changes) {
        Set<String> columns = changes.stream()
                .filter(change -> change.kind().equals("column") && change.sign() == Sign.CREATED).map(ChangeLine::name)
                .collect(Collectors.toSet());
        Map<String, String> defaults = new TreeMap<>();
        for (ChangeLine change : changes) {
            if (change.kind().equals("default") && change.sign() == Sign.CREATED && columns.contains(change.name())) {
                defaults.put(change.name(), " default " + change.description());
            }
        }
        return defaults;
    }
}
