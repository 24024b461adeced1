package io.quarkiverse.dibs.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An index that no constraint owns. A part of a partitioned index is an index too, tied to it by an {@link IndexPartition}.
 */
public record Index(ObjectId id, ObjectId table, String method, boolean unique, boolean nullsNotDistinct, List<Key> keys,
        List<String> include, Optional<Expression> predicate, SortedMap<String, String> storageParameters,
        Optional<String> tablespace, boolean valid) implements DbObject {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        storageParameters = Copies.of(storageParameters);
    }

    @Override
    public Collection<ObjectId> references() {
        List<ObjectId> references = new ArrayList<>(keys.size() + include.size() + 1);
        references.add(table);
        for (Key key : keys) {
            if (key.column().isPresent()) {
                references.add(ObjectId.column(table, key.column().get()));
            }
        }
        references.addAll(ObjectId.columns(table, include, List.of()));
        return references;
    }

    @Override
    public Index renamed(IdMap ids) {
        return new Index(ids.map(id), ids.map(table), method, unique, nullsNotDistinct,
                keys.stream().map(key -> key.renamed(table, ids)).toList(), ids.columns(table, include), predicate,
                storageParameters, tablespace, valid);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * One key of an index: a column or an expression, never both. Collation and operator class are qualified and quoted, and
     * absent when they are the default; {@code descending} and {@code nullsFirst} are as the catalog has them (an ascending key
     * has its nulls last).
     */
    public record Key(Optional<String> column, Optional<Expression> expression, Optional<String> collation,
            Optional<String> operatorClass, SortedMap<String, String> operatorClassParameters, boolean descending,
            boolean nullsFirst) {

        public Key {
            if (column.isPresent() == expression.isPresent()) {
                throw new IllegalArgumentException("an index key is a column or an expression");
            }
            operatorClassParameters = Copies.of(operatorClassParameters);
        }

        public static Key of(String column) {
            return new Key(Optional.of(column), Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>(), false,
                    false);
        }

        Key renamed(ObjectId table, IdMap ids) {
            return new Key(column.map(name -> ids.map(ObjectId.column(table, name)).name()), expression, collation,
                    operatorClass, operatorClassParameters, descending, nullsFirst);
        }

        /**
         * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each
         * object.
         */
        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key that && descending == that.descending && nullsFirst == that.nullsFirst
                    && column.equals(that.column) && expression.equals(that.expression) && collation.equals(that.collation)
                    && operatorClass.equals(that.operatorClass) && operatorClassParameters.equals(that.operatorClassParameters);
        }

        @Override
        public int hashCode() {
            return column.hashCode() * 31 + expression.hashCode();
        }
    }

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Index that && id.equals(that.id) && unique == that.unique
                && nullsNotDistinct == that.nullsNotDistinct && valid == that.valid && table.equals(that.table)
                && method.equals(that.method) && keys.equals(that.keys) && include.equals(that.include)
                && predicate.equals(that.predicate) && storageParameters.equals(that.storageParameters)
                && tablespace.equals(that.tablespace);
    }

    @Override
    public int hashCode() {
        // more than the identity: what stands for a structure has the identity of every other of its kind
        return (id.hashCode() * 31 + table.hashCode()) * 31 + keys.hashCode();
    }
}
