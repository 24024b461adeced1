package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/** What the decoders share: the answers of the queries, the schema being built, and which oid is which object. */
final class Catalog {

    /** One row of a system catalog, or (sub > 0) one column of a relation. */
    record Address(long catalog, long oid, int sub) {

        // spelled out: the ones that a record has are slow until they are compiled, and these are asked for each row

        @Override
        public boolean equals(Object other) {
            return other instanceof Address that && oid == that.oid && sub == that.sub && catalog == that.catalog;
        }

        @Override
        public int hashCode() {
            return (Long.hashCode(oid) * 31 + sub) * 31 + Long.hashCode(catalog);
        }
    }

    final Schema.Builder schema = Schema.builder();
    final Map<ObjectId, Long> estimatedRows = new HashMap<>();
    private final Map<CatalogQuery, CompletableFuture<Answer>> answers = new EnumMap<>(CatalogQuery.class);
    private final Map<Address, ObjectId> ids = new HashMap<>();
    private final Set<Address> aliases = new HashSet<>();
    private final Set<Address> membersOfExtensions = new HashSet<>();
    private final Map<Long, ObjectId> relations = new HashMap<>();
    private final Map<Address, ObjectId> identitySequences = new HashMap<>();
    private final Map<Long, Map<Integer, String>> columnNames = new HashMap<>();

    Catalog() {
        for (CatalogQuery query : CatalogQuery.values()) {
            answers.put(query, new CompletableFuture<>());
        }
    }

    void answer(CatalogQuery query, Answer rows) {
        answers.get(query).complete(rows);
    }

    void noAnswer(CatalogQuery query, Throwable failure) {
        answers.get(query).completeExceptionally(failure);
    }

    /**
     * Waits until the query is answered.
     *
     * @throws java.util.concurrent.CompletionException when it failed, with the driver's failure as its cause
     */
    Answer rows(CatalogQuery query) {
        return answers.get(query).join();
    }

    /** Adds the object and remembers which row it comes from. */
    void add(long catalog, long oid, DbObject object) {
        schema.add(object);
        ids.put(new Address(catalog, oid, 0), object.id());
    }

    /** Remembers that the row stands for an object that is added elsewhere. */
    void alias(long catalog, long oid, ObjectId id) {
        ids.put(new Address(catalog, oid, 0), id);
        aliases.add(new Address(catalog, oid, 0));
    }

    /** Whether the row stands for an object that other rows make. The index of a constraint is none of these. */
    boolean isAlias(long catalog, long oid) {
        return catalog != Pg.CLASS && aliases.contains(new Address(catalog, oid, 0));
    }

    /** Learns what belongs to extensions. */
    void members() {
        for (CatalogRow row : rows(CatalogQuery.DEPENDENCIES)) {
            if (row.getString(6).equals("e")) {
                membersOfExtensions.add(new Address(row.getLong(0), row.getLong(1), 0));
            }
        }
    }

    boolean ofExtension(long catalog, long oid) {
        return membersOfExtensions.contains(new Address(catalog, oid, 0));
    }

    /** A relation whose columns can be named, added or not. */
    void relation(long oid, ObjectId id) {
        relations.put(oid, id);
        ids.put(new Address(Pg.CLASS, oid, 0), id);
    }

    /** The table, view or composite type with the oid, or null when it is not read. */
    ObjectId relation(long oid) {
        return relations.get(oid);
    }

    /** The object of a row, or null when there is none. */
    ObjectId id(long catalog, long oid) {
        return ids.get(new Address(catalog, oid, 0));
    }

    ObjectId id(Address address) {
        if (address.sub() == 0 || address.catalog() != Pg.CLASS) {
            return ids.get(address.sub() == 0 ? address : new Address(address.catalog(), address.oid(), 0));
        }
        ObjectId column = column(address.oid(), address.sub());
        if (column != null) {
            return column;
        }
        // a sequence can be read like a table, but its columns are no objects
        ObjectId relation = ids.get(new Address(Pg.CLASS, address.oid(), 0));
        return relation != null && relation.kind() == ObjectKind.SEQUENCE ? relation : null;
    }

    /** The sequence behind an identity is no object, but is something that can be granted and commented on. */
    void identitySequence(long oid, ObjectId id) {
        identitySequences.put(new Address(Pg.CLASS, oid, 0), id);
    }

    /** What a privilege or a comment is about, or null when it is not read. */
    ObjectId target(Address address) {
        ObjectId id = id(address);
        return id != null ? id : identitySequences.get(address);
    }

    void columnName(long relation, int attnum, String name) {
        columnNames.computeIfAbsent(relation, oid -> new HashMap<>()).put(attnum, name);
    }

    /** The id of a column, also of a view or composite type, or null when the relation is not read. */
    ObjectId column(long relation, int attnum) {
        ObjectId table = relations.get(relation);
        String name = columnNames.getOrDefault(relation, Map.of()).get(attnum);
        return table == null || name == null ? null : ObjectId.column(table, name);
    }

    String columnName(long relation, int attnum) {
        return columnNames.get(relation).get(attnum);
    }

    List<String> columnNames(long relation, Short[] attnums) {
        List<String> names = new ArrayList<>(attnums.length);
        for (Short attnum : attnums) {
            names.add(columnName(relation, attnum));
        }
        return names;
    }

    /**
     * Records that what is said about something that is no object needs what that is in: a column of a view the view, the
     * sequence of an identity the column.
     */
    void attach(ObjectId part) {
        ObjectId column = part.parent();
        if (column.kind() == ObjectKind.SEQUENCE && column.parent() != null) {
            schema.dependency(part, column.parent());
        }
        if (column.kind() == ObjectKind.COLUMN && !isTable(column.parent())) {
            schema.dependency(part, column.parent());
        }
    }

    /** Whether a table, plain or foreign, is what the id names. */
    static boolean isTable(ObjectId id) {
        return id != null && (id.kind() == ObjectKind.TABLE || id.kind() == ObjectKind.FOREIGN_TABLE);
    }
}
