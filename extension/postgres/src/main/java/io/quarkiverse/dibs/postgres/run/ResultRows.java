package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.quarkiverse.dibs.Row;
import io.quarkiverse.dibs.Rows;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.desc.ColumnDescriptor;

/** What a statement returned, free of the driver. Immutable. */
final class ResultRows implements Rows {

    private final List<String> columnNames;
    private final List<Row> rows;
    private final long rowCount;

    private ResultRows(List<String> columnNames, List<Row> rows, long rowCount) {
        this.columnNames = columnNames;
        this.rows = rows;
        this.rowCount = rowCount;
    }

    /** The result of the last of the statements that were sent together. */
    static ResultRows of(RowSet<io.vertx.mutiny.sqlclient.Row> result) {
        RowSet<io.vertx.mutiny.sqlclient.Row> last = result;
        for (RowSet<io.vertx.mutiny.sqlclient.Row> next = last.next(); next != null; next = next.next()) {
            last = next;
        }
        List<String> names = last.columnsNames() == null ? List.of()
                : Collections.unmodifiableList(new ArrayList<>(last.columnsNames()));
        List<ColumnDescriptor> columns = names.isEmpty() ? List.of() : last.columnDescriptors();
        List<Row> rows = new ArrayList<>(last.size());
        for (io.vertx.mutiny.sqlclient.Row row : last) {
            Object[] values = new Object[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Values.fromDriver(row.getValue(i), isJson(columns.get(i)));
            }
            rows.add(new ResultRow(names, values));
        }
        return new ResultRows(names, Collections.unmodifiableList(rows), CommandTags.rowCount(last.rowCount()));
    }

    private static boolean isJson(ColumnDescriptor column) {
        return column.typeName() != null && column.typeName().toUpperCase(Locale.ROOT).startsWith("JSON");
    }

    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    @Override
    public List<Row> list() {
        return rows;
    }

    @Override
    public long rowCount() {
        return rowCount;
    }

    private record ResultRow(List<String> columnNames, Object[] values) implements Row {

        @Override
        public Object get(int position) {
            return values[position];
        }

        @Override
        public String toString() {
            return Arrays.deepToString(values);
        }
    }

    /** Stands for the result of a statement that an interrupted run has applied; what it returned is not known any more. */
    record Skipped(Supplier<? extends RuntimeException> refusal) implements Rows {

        @Override
        public List<String> columnNames() {
            throw refusal.get();
        }

        @Override
        public List<Row> list() {
            throw refusal.get();
        }

        @Override
        public long rowCount() {
            throw refusal.get();
        }
    }
}
