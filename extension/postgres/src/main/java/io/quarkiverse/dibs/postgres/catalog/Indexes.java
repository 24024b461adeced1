package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.Clustering;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.ReplicaIdentity;

/** Decodes indexes that no constraint owns, and which index a table is clustered on or identified by. */
final class Indexes {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private record OperatorClassName(String name, long method, long type, boolean isDefault) {
    }

    private record CollationName(String name, Set<Long> defaultOf) {
    }

    private final Catalog catalog;
    private final Relations relations;
    private final Map<Long, OperatorClassName> operatorClasses = new HashMap<>();
    /** By method, then by type. */
    private final Map<Long, Map<Long, Long>> defaultClasses = new HashMap<>();
    private final Map<Long, CollationName> collations = new HashMap<>();
    private final Map<Long, Map<Integer, SortedMap<String, String>>> parameters = new HashMap<>();

    Indexes(Catalog catalog, Relations relations) {
        this.catalog = catalog;
        this.relations = relations;
        for (CatalogRow row : catalog.rows(CatalogQuery.OPERATOR_CLASS_NAMES)) {
            OperatorClassName name = new OperatorClassName(row.getString("name"), row.getLong("method"), row.getLong("type"),
                    row.getBoolean("is_default"));
            operatorClasses.put(row.getLong("oid"), name);
            if (name.isDefault()) {
                defaultClasses.computeIfAbsent(name.method(), method -> new HashMap<>()).put(name.type(), row.getLong("oid"));
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.COLLATION_NAMES)) {
            collations.put(row.getLong("oid"),
                    new CollationName(row.getString("name"), new HashSet<>(List.of(row.getArrayOfLongs("default_of")))));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.INDEX_PARAMETERS)) {
            parameters.computeIfAbsent(row.getLong("index"), index -> new HashMap<>())
                    .put((int) row.getShort("position"), Values.options(row.getArrayOfStrings("parameters")));
        }
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.INDEXES)) {
            ObjectId table = catalog.relation(row.getLong("relation"));
            if (table == null) {
                continue;
            }
            if (!row.getBoolean("of_constraint")) {
                index(row, table);
            }
            ObjectId id = catalog.id(Pg.CLASS, row.getLong("oid"));
            if (row.getBoolean("clustered")) {
                catalog.schema.add(new Clustering(ObjectId.part(ObjectKind.CLUSTERING, table, ""), id));
            }
            if (row.getBoolean("replica_identity")) {
                ObjectId identity = ObjectId.part(ObjectKind.REPLICA_IDENTITY, table, "");
                if (!catalog.schema.contains(identity)) {
                    catalog.schema.add(new ReplicaIdentity(identity, ReplicaIdentity.Mode.INDEX, Optional.of(id)));
                }
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.INDEX_PARAMETERS)) {
            ObjectId id = catalog.id(Pg.CLASS, row.getLong("index"));
            if (row.getValue("statistics_target") != null && id != null) {
                catalog.schema.add(new ColumnSettings(
                        ObjectId.part(ObjectKind.COLUMN_SETTINGS, id, String.valueOf(row.getShort("position"))),
                        Optional.empty(),
                        Optional.empty(), Optional.empty(), Values.integer(row.getInteger("statistics_target")),
                        new TreeMap<>()));
            }
        }
    }

    private void index(CatalogRow row, ObjectId table) {
        long oid = row.getLong("oid");
        long relation = row.getLong("relation");
        ObjectId id = ObjectId.inSchema(ObjectKind.INDEX, row.getString("schema"), row.getString("name"));
        int keyCount = row.getInteger("key_count");
        Short[] columns = row.getArrayOfShorts("key");
        List<Index.Key> keys = new ArrayList<>(keyCount);
        for (int i = 0; i < keyCount; i++) {
            keys.add(key(row, relation, oid, i, columns[i]));
        }
        List<String> include = new ArrayList<>();
        for (int i = keyCount; i < columns.length; i++) {
            include.add(catalog.columnName(relation, columns[i]));
        }
        catalog.add(Pg.CLASS, oid, new Index(id, table, row.getString("method"), row.getBoolean("is_unique"),
                row.getBoolean("nulls_not_distinct"), keys, include, Values.expression(row, "predicate"),
                Values.options(row.getArrayOfStrings("storage_parameters")), Values.text(row, "tablespace"),
                row.getBoolean("valid")));
    }

    private Index.Key key(CatalogRow row, long relation, long index, int i, int attnum) {
        long type;
        boolean defaultCollation;
        long collation = row.getArrayOfLongs("collation")[i];
        Optional<String> column = Optional.empty();
        Optional<Expression> expression = Optional.empty();
        if (attnum == 0) {
            expression = Optional.of(new Expression(row.getArrayOfStrings("key_texts")[i]));
            type = row.getArrayOfLongs("key_types")[i];
            defaultCollation = collation == 0 || !row.getBoolean("names_collation")
                    || collations.get(collation).defaultOf().contains(type);
        } else {
            Relations.RawColumn raw = relations.column(relation, attnum);
            column = Optional.of(raw.name());
            type = raw.comparableType();
            defaultCollation = collation == 0 || collation == raw.collationOid();
        }
        int option = row.getArrayOfShorts("option")[i];
        long operatorClass = row.getArrayOfLongs("operator_class")[i];
        SortedMap<String, String> classParameters = parameters.getOrDefault(index, Map.of()).getOrDefault(i + 1,
                Collections.emptySortedMap());
        // parameters can only be written behind the name of their class
        boolean unsaid = classParameters.isEmpty() && isDefault(operatorClass, type);
        return new Index.Key(column, expression,
                defaultCollation ? Optional.empty() : Optional.of(collations.get(collation).name()),
                unsaid ? Optional.empty() : Optional.of(operatorClasses.get(operatorClass).name()), classParameters,
                (option & DESCENDING) != 0,
                (option & NULLS_FIRST) != 0);
    }

    /** A default class of a type that Postgres coerces to counts, unless the type has one of its own. */
    private boolean isDefault(long operatorClass, long type) {
        OperatorClassName used = operatorClasses.get(operatorClass);
        Long ofType = defaultClasses.getOrDefault(used.method(), Map.of()).get(type);
        return used.isDefault() && (ofType == null || ofType == operatorClass);
    }
}
