package io.quarkiverse.dibs.deployment.intent;

import java.util.List;
import java.util.stream.Collectors;

/** Checks that a list of columns in an annotation names columns of the table. */
final class Columns {

    private Columns() {
    }

    /** Tells of an annotation on a field that names other columns than the field's, which would be passed over. */
    static void areOwn(IntentBuilder builder, ColumnModel column, Values annotation, String user) {
        List<String> named = annotation.texts("columns");
        if (!named.isEmpty() && !named.equals(List.of(column.name()))) {
            builder.problems.add("DIBS-0113", column.place(),
                    user + " on a field is about its column alone, and names " + String.join(", ", named),
                    "Write " + user + "(columns = { \"...\" }) on the class instead.");
        }
    }

    /** Whether all are there and none is there twice; tells why when not. */
    static boolean exist(IntentBuilder builder, TableModel table, List<String> names, String user, Place place) {
        boolean good = true;
        for (String name : names) {
            if (!table.declares(name)) {
                builder.problems.add("DIBS-0108", place,
                        user + " names the column " + name + ", which the table " + table.id().display() + " has not",
                        "Its columns are " + table.columns().stream().map(ColumnModel::name)
                                .collect(Collectors.joining(", ")) + ". Write the column's name, not the field's.");
                good = false;
            } else if (table.column(name).isEmpty()) {
                good = false;
            }
        }
        if (names.stream().distinct().count() != names.size()) {
            builder.problems.add("DIBS-0103", place, user + " names a column twice: " + String.join(", ", names),
                    "Name each column once.");
            good = false;
        }
        return good;
    }
}
