package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes as people read and count them: a new column and its default are one. Pure. */
public final class ShownChanges {

    private ShownChanges() {
    }

    /** The same order; a default is a part of the description of its new column. */
    public static List<ChangeLine> of(List<ChangeLine> changes) {
        Set<String> columns = changes.stream().filter(change -> isNew(change, "column")).map(ChangeLine::name)
                .collect(Collectors.toSet());
        Map<String, String> defaults = new TreeMap<>();
        changes.stream().filter(change -> isNew(change, "default") && columns.contains(change.name()))
                .forEach(change -> defaults.put(change.name(), " default " + change.description()));
        return changes.stream().filter(change -> !(change.kind().equals("default") && defaults.containsKey(change.name())))
                .map(change -> isNew(change, "column") ? with(change, defaults.getOrDefault(change.name(), "")) : change)
                .toList();
    }

    private static boolean isNew(ChangeLine change, String kind) {
        return change.kind().equals(kind) && change.sign() == Sign.CREATED;
    }

    private static ChangeLine with(ChangeLine column, String more) {
        return new ChangeLine(column.kind(), column.sign(), column.table(), column.name(), column.description() + more,
                column.sql(), column.hazards(), column.source());
    }
}
