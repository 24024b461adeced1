package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/** Drops and creates that look like one rename: a column of the same type in the same table, a table of the same columns. */
final class LikelyRenames {

    private LikelyRenames() {
    }

    static List<RenameQuestion> among(Schema from, Schema to) {
        List<RenameQuestion> questions = new ArrayList<>();
        EnumLabels.questions(from, to, questions);
        if (!hasOthers(from, to) || !hasOthers(to, from)) {
            return questions;
        }
        Map<ObjectId, Map<String, String>> dropped = new TreeMap<>();
        Map<ObjectId, Map<String, String>> created = new TreeMap<>();
        from.all(Column.class).filter(column -> !to.contains(column.id())).forEach(column -> note(column, dropped));
        to.all(Column.class).filter(column -> !from.contains(column.id())).forEach(column -> note(column, created));
        for (Map.Entry<ObjectId, Map<String, String>> table : dropped.entrySet()) {
            if (to.contains(table.getKey())) {
                columns(table.getKey(), table.getValue(), created.getOrDefault(table.getKey(), Map.of()), questions);
            } else {
                tables(table, created, from, questions);
            }
        }
        return questions;
    }

    /** Whether there are columns that the other schema lacks: without those that go and those that come nothing is renamed. */
    private static boolean hasOthers(Schema schema, Schema other) {
        return schema.all(Column.class).anyMatch(column -> !other.contains(column.id()));
    }

    private static void note(Column column, Map<ObjectId, Map<String, String>> byTable) {
        byTable.computeIfAbsent(column.id().parent(), table -> new TreeMap<>()).put(column.id().name(), column.type().name());
    }

    private static void columns(ObjectId table, Map<String, String> dropped, Map<String, String> created,
            List<RenameQuestion> questions) {
        TreeSet<String> left = new TreeSet<>(created.keySet());
        dropped.forEach((name, type) -> left.stream().filter(other -> created.get(other).equals(type)).findFirst()
                .ifPresent(other -> {
                    left.remove(other);
                    questions.add(new RenameQuestion(ObjectId.column(table, name), ObjectId.column(table, other)));
                }));
    }

    private static void tables(Map.Entry<ObjectId, Map<String, String>> dropped, Map<ObjectId, Map<String, String>> created,
            Schema from, List<RenameQuestion> questions) {
        created.entrySet().stream()
                .filter(other -> other.getKey().kind() == ObjectKind.TABLE && !from.contains(other.getKey()))
                .filter(other -> other.getValue().equals(dropped.getValue()))
                .map(Map.Entry::getKey)
                .filter(other -> questions.stream().noneMatch(question -> question.to().equals(other)))
                .collect(Collectors.toCollection(TreeSet::new)).stream().findFirst()
                .ifPresent(other -> questions.add(new RenameQuestion(dropped.getKey(), other)));
    }
}
