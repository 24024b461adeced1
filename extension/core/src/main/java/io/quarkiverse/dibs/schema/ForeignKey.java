package io.quarkiverse.dibs.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A foreign key. {@code setColumns} is the column list of {@code ON DELETE SET NULL|DEFAULT}. A key that a partition only
 * inherits is not listed. {@code period} (Postgres 18) is about the last column.
 */
public record ForeignKey(ObjectId id, List<String> columns, ObjectId referencedTable, List<String> referencedColumns,
        boolean matchFull,
        ReferentialAction onDelete, List<String> setColumns, ReferentialAction onUpdate, Deferrability deferrability,
        boolean validated, boolean enforced, boolean period) implements DbObject {

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        setColumns = List.copyOf(setColumns);
    }

    @Override
    public Collection<ObjectId> references() {
        List<ObjectId> references = new ArrayList<>(columns.size() * 2 + 1);
        references.add(referencedTable);
        references.addAll(ObjectId.columns(id.parent(), columns, List.of()));
        references.addAll(ObjectId.columns(referencedTable, referencedColumns, List.of()));
        return references;
    }

    @Override
    public ForeignKey renamed(IdMap ids) {
        return new ForeignKey(ids.map(id), ids.columns(id.parent(), columns), ids.map(referencedTable),
                ids.columns(referencedTable, referencedColumns), matchFull, onDelete, ids.columns(id.parent(), setColumns),
                onUpdate, deferrability, validated, enforced, period);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** A foreign key about which nothing else is said. */
    public static ForeignKey simple(ObjectId id, List<String> columns, ObjectId referencedTable,
            List<String> referencedColumns) {
        return new ForeignKey(id, columns, referencedTable, referencedColumns, false, ReferentialAction.NO_ACTION, List.of(),
                ReferentialAction.NO_ACTION, Deferrability.NOT_DEFERRABLE, true, true, false);
    }

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ForeignKey that && id.equals(that.id) && matchFull == that.matchFull
                && onDelete == that.onDelete && onUpdate == that.onUpdate && deferrability == that.deferrability
                && validated == that.validated && enforced == that.enforced && period == that.period
                && columns.equals(that.columns) && referencedTable.equals(that.referencedTable)
                && referencedColumns.equals(that.referencedColumns) && setColumns.equals(that.setColumns);
    }

    @Override
    public int hashCode() {
        // more than the identity: what stands for a structure has the identity of every other of its kind
        return (id.hashCode() * 31 + columns.hashCode()) * 31 + referencedTable.hashCode();
    }
}
