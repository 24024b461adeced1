package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * The columns that become NOT NULL while rows are there that have no value for them. Before: NOT NULL, which those rows would
 * refuse. After: the column may be null at first, gets its values, and is NOT NULL in the end.
 */
record ColumnsToFill(Schema goal, List<Column> columns) {

    /**
     * @param estimatedRows by table under its former name; 0 only where there are certainly none
     * @param hasNulls whether a column that is there, under its former identity, has nulls now
     */
    static ColumnsToFill in(Diff diff, Map<ObjectId, Long> estimatedRows, Predicate<ObjectId> hasNulls) {
        Map<ObjectId, ObjectId> former = diff.renames().renames().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
        List<Column> found = new ArrayList<>();
        diff.to().all(Column.class).forEach(column -> {
            ObjectId table = column.id().parent();
            if (!column.hasNoNulls() || !diff.from().contains(table) || isFilledByItself(column, diff.to())) {
                return;
            }
            ObjectId formerTable = former.getOrDefault(table, table);
            boolean added = !diff.from().contains(column.id());
            boolean loosened = !added
                    && diff.from().find(column.id(), Column.class).filter(now -> !now.hasNoNulls()).isPresent();
            boolean rows = !Long.valueOf(0).equals(estimatedRows.get(formerTable));
            if (rows && (added || loosened
                    && hasNulls.test(former.getOrDefault(column.id(), column.id()).withParent(formerTable)))) {
                found.add(column);
            }
        });
        return new ColumnsToFill(diff.to(), found);
    }

    private static boolean isFilledByItself(Column column, Schema to) {
        return column.identity().isPresent() || column.generated().isPresent()
                || to.contains(ColumnDefault.idOf(column.id()))
                || primaryKey(column.id().parent(), to).contains(column.id().name());
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The goal of the time between, in which the columns may be null. */
    Schema between() {
        Schema.Builder between = goal.toBuilder();
        columns.forEach(column -> between.put(column.withNotNull(false)));
        return between.build();
    }

    /** The skeletons of the statements that give the rows their values; run as they are they change nothing. */
    List<MigrationPart.Entry> backfills() {
        return columns.stream().map(this::backfill).toList();
    }

    private MigrationPart.Entry backfill(Column column) {
        ObjectId table = column.id().parent();
        String name = Identifiers.quote(column.id().name());
        String update = "UPDATE " + Identifiers.qualify(table) + "\nSET " + name
                + " = NULL -- write the value of rows that are there in place of NULL\nWHERE " + name + " IS NULL";
        List<String> comments = List.of("rows that are there need a value for " + column.id().display() + " (" + column.type()
                + " not null)");
        List<String> key = primaryKey(table, goal);
        if (key.isEmpty()) {
            return new MigrationPart.Execute(update, comments);
        }
        String columns = Identifiers.list(key);
        String tuple = key.size() == 1 ? columns : "(" + columns + ")";
        return new MigrationPart.Backfill(column.id().display(), Identifiers.qualify(table), key,
                update + "\n  AND " + tuple + " > :after AND " + tuple + " <= :upTo", comments);
    }

    private static List<String> primaryKey(ObjectId table, Schema schema) {
        return schema.all(PrimaryKey.class).filter(key -> key.id().parent().equals(table)).findFirst()
                .map(PrimaryKey::columns).orElse(List.of());
    }
}
