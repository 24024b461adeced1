package io.quarkiverse.dibs.deployment.intent;

import java.util.HashSet;
import java.util.Set;

import org.jboss.jandex.IndexView;

import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.Unique;

/** The sets of columns that a foreign key may point to: primary key, unique constraints, plain unique indexes. */
final class UniqueColumns {

    private UniqueColumns() {
    }

    static Set<Set<String>> of(TableModel table, IndexView index) {
        Set<Set<String>> unique = new HashSet<>();
        unique.add(Set.copyOf(table.key()));
        IntentBuilder.annotations(table.type(), Unique.class, index)
                .forEach(values -> unique.add(Set.copyOf(values.texts("columns"))));
        IntentBuilder.annotations(table.type(), Index.class, index).stream().filter(UniqueColumns::isPlainUnique)
                .forEach(values -> unique.add(Set.copyOf(values.texts("columns"))));
        for (ColumnModel column : table.columns()) {
            if (column.field().has(Unique.class)
                    || column.field().annotations(Index.class).stream()
                            .anyMatch(values -> isPlainUnique(values) && values.texts("columns").isEmpty())) {
                unique.add(Set.of(column.name()));
            }
        }
        return unique;
    }

    private static boolean isPlainUnique(Values index) {
        return index.flag("unique", false) && index.given("where").isEmpty() && index.nested("keys").isEmpty();
    }
}
