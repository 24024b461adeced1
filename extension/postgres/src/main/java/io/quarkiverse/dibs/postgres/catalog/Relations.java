package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

import io.quarkiverse.dibs.postgres.catalog.Catalog.Address;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.ReplicaIdentity;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.View;
import io.quarkiverse.dibs.schema.WrittenOptions;

/** Decodes tables, their columns and defaults, sequences and views. */
final class Relations {

    /** A column as it was read; {@code comparableType} is the type itself or what a domain stands for. */
    record RawColumn(int attnum, String name, SqlType type, long typeOid, String collation, boolean notNull, String identity,
            String generated, String storage, String compression, Number statisticsTarget, String[] options,
            String[] foreignOptions, boolean inherited, long collationOid, long comparableType) {

        /** Whether somebody changed how its values are stored or sampled. */
        boolean isTuned() {
            return storage != null || compression != null || statisticsTarget != null || options != null;
        }
    }

    private final Catalog catalog;
    private final Optional<NotNull> plainNotNull;
    private final Map<Long, List<RawColumn>> columns = new HashMap<>();
    private final Map<Long, String> bounds = new HashMap<>();
    private final Set<Long> partitions = new HashSet<>();

    Relations(Catalog catalog, int major) {
        this.catalog = catalog;
        this.plainNotNull = major >= 18 ? Optional.of(NotNull.PLAIN) : Optional.empty();
        Map<String, SqlType> types = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.COLUMNS)) {
            RawColumn column = new RawColumn(row.getInteger(1), row.getString(2),
                    types.computeIfAbsent(row.getString(3), SqlType::new), row.getLong(4),
                    row.getString(5), row.getBoolean(6), row.getString(7), row.getString(8), row.getString(9),
                    row.getString(10), (Number) row.getValue(11), row.getArrayOfStrings(12), row.getArrayOfStrings(13),
                    row.getBoolean(14), row.getLong(15), row.getLong(16));
            long relation = row.getLong(0);
            columns.computeIfAbsent(relation, oid -> new ArrayList<>()).add(column);
            catalog.columnName(relation, column.attnum(), column.name());
        }
        columns.values().forEach(list -> list.sort(Comparator.comparingInt(RawColumn::attnum)));
    }

    /** The columns of a relation in order. */
    List<RawColumn> columnsOf(long relation) {
        return columns.getOrDefault(relation, List.of());
    }

    RawColumn column(long relation, int attnum) {
        List<RawColumn> all = columnsOf(relation);
        // where no column was dropped, it stands at its number
        if (attnum <= all.size() && all.get(attnum - 1).attnum() == attnum) {
            return all.get(attnum - 1);
        }
        return all.stream().filter(c -> c.attnum() == attnum).findFirst().orElseThrow();
    }

    private static Address address(long relation, int attnum) {
        return new Address(Pg.CLASS, relation, attnum);
    }

    boolean isPartition(long relation) {
        return partitions.contains(relation);
    }

    String boundOf(long partition) {
        return bounds.get(partition);
    }

    void decode() {
        List<CatalogRow> tables = new ArrayList<>();
        catalog.rows(CatalogQuery.TABLES).forEach(tables::add);
        tables.forEach(this::table);
        Map<Address, IdentitySequence> identities = sequences();
        Map<Address, CatalogRow> defaults = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.DEFAULTS)) {
            defaults.put(address(row.getLong(1), row.getShort(2)), row);
        }
        Map<Address, NotNull> notNulls = notNulls();
        for (CatalogRow row : tables) {
            columns(row.getLong("oid"), identities, defaults, notNulls);
        }
        views(defaults);
    }

    private void table(CatalogRow row) {
        long oid = row.getLong("oid");
        ObjectId id;
        if (row.getString("kind").equals("f")) {
            id = ObjectId.inSchema(ObjectKind.FOREIGN_TABLE, row.getString("schema"), row.getString("name"));
            catalog.schema.add(new ForeignTable(id, row.getString("server"),
                    Values.options(row.getArrayOfStrings("foreign_options"))));
        } else {
            id = ObjectId.table(row.getString("schema"), row.getString("name"));
            LinkedHashMap<String, String> parameters = new LinkedHashMap<>();
            WrittenOptions.inOrder(Values.options(row.getArrayOfStrings("storage_parameters")))
                    .forEach(option -> parameters.put(option.getKey(), option.getValue()));
            WrittenOptions.inOrder(Values.options(row.getArrayOfStrings("toast_parameters")))
                    .forEach(option -> parameters.put("toast." + option.getKey(), option.getValue()));
            catalog.schema.add(new Table(id, Values.persistence(row), Values.text(row, "partition_key"),
                    Values.text(row, "access_method"), Values.text(row, "tablespace"), WrittenOptions.of(parameters),
                    row.getBoolean("row_security"), row.getBoolean("force_row_security"),
                    Values.text(row, "of_type").map(SqlType::new)));
            catalog.estimatedRows.put(id, row.getLong("estimated_rows"));
        }
        catalog.relation(oid, id);
        if (row.getString("bound") != null) {
            partitions.add(oid);
            bounds.put(oid, row.getString("bound"));
        }
        switch (row.getString("replica_identity")) {
            case "n" -> replicaIdentity(id, ReplicaIdentity.Mode.NOTHING);
            case "f" -> {
                if (id.kind() == ObjectKind.TABLE) {
                    replicaIdentity(id, ReplicaIdentity.Mode.FULL);
                }
            }
            default -> {
            }
        }
    }

    private void replicaIdentity(ObjectId table, ReplicaIdentity.Mode mode) {
        if (table.kind() == ObjectKind.TABLE) {
            catalog.schema.add(new ReplicaIdentity(ObjectId.part(ObjectKind.REPLICA_IDENTITY, table, ""), mode,
                    Optional.empty()));
        }
    }

    private record IdentitySequence(String name, SequenceOptions options) {
    }

    private Map<Address, IdentitySequence> sequences() {
        Map<Address, IdentitySequence> identities = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.SEQUENCES)) {
            SequenceOptions options = new SequenceOptions(new SqlType(row.getString("data_type")), row.getLong("start"),
                    row.getLong("increment"), row.getLong("min"), row.getLong("max"), row.getLong("cache"),
                    row.getBoolean("cycle"));
            String tie = row.getString("tie");
            if ("i".equals(tie)) {
                ObjectId column = catalog.column(row.getLong("owner_table"), row.getInteger("owner_column"));
                if (column != null) {
                    catalog.identitySequence(row.getLong("oid"), Column.idOfSequence(column, row.getString("name")));
                }
                identities.put(address(row.getLong("owner_table"), row.getInteger("owner_column")),
                        new IdentitySequence(row.getString("name"), options));
                continue;
            }
            boolean owned = "a".equals(tie);
            ObjectId column = owned ? catalog.column(row.getLong("owner_table"), row.getInteger("owner_column")) : null;
            ObjectId id = ObjectId.inSchema(ObjectKind.SEQUENCE, row.getString("schema"), row.getString("name"));
            catalog.add(Pg.CLASS, row.getLong("oid"), new Sequence(id, options, Values.persistence(row)));
            if (column != null) {
                catalog.schema.add(new SequenceOwnership(SequenceOwnership.idOf(id), column));
            }
        }
        return identities;
    }

    /** Postgres 18: the NOT NULLs that are not just what these two words make. */
    private Map<Address, NotNull> notNulls() {
        Map<Address, NotNull> notNulls = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.NOT_NULLS)) {
            notNulls.put(address(row.getLong(0), row.getShort(1)), new NotNull(Optional.ofNullable(row.getString(2)),
                    row.getBoolean(3), row.getBoolean(4), row.getBoolean(5), row.getBoolean(6)));
        }
        return notNulls;
    }

    private void columns(long table, Map<Address, IdentitySequence> identities, Map<Address, CatalogRow> defaults,
            Map<Address, NotNull> notNulls) {
        ObjectId tableId = catalog.relation(table);
        int position = 0;
        for (RawColumn raw : columnsOf(table)) {
            Address address = address(table, raw.attnum());
            ObjectId id = ObjectId.column(tableId, raw.name());
            CatalogRow defaultRow = defaults.get(address);
            Optional<Column.Generated> generated = Optional.empty();
            if (defaultRow != null && raw.generated().isEmpty()) {
                catalog.add(Pg.ATTRDEF, defaultRow.getLong(0),
                        new ColumnDefault(ColumnDefault.idOf(id), new Expression(defaultRow.getString(3))));
            } else if (defaultRow != null) {
                catalog.alias(Pg.ATTRDEF, defaultRow.getLong(0), id);
                generated = Optional.of(new Column.Generated(new Expression(defaultRow.getString(3)),
                        raw.generated().equals("s")));
            }
            Optional<Column.Identity> identity = raw.identity().isEmpty() || !identities.containsKey(address)
                    ? Optional.empty()
                    : Optional.of(new Column.Identity(raw.identity().equals("a"),
                            identities.get(address).options().within(raw.type()),
                            Optional.of(identities.get(address).name()),
                            !identities.get(address).options().dataType().equals(raw.type())));
            catalog.schema.add(new Column(id, ++position, raw.type(), Optional.ofNullable(raw.collation()),
                    raw.notNull(), identity, generated,
                    Optional.ofNullable(raw.storage()).map(Relations::storage),
                    Optional.ofNullable(raw.compression()).map(Relations::compression),
                    Values.integer(raw.statisticsTarget()), Values.options(raw.options()),
                    Values.options(raw.foreignOptions()), raw.inherited(),
                    Optional.ofNullable(notNulls.get(address)).or(() -> plainNotNull)));
        }
    }

    private static String compression(String letter) {
        return letter.equals("l") ? "lz4" : "pglz";
    }

    private static String storage(String letter) {
        return switch (letter) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            default -> "EXTENDED";
        };
    }

    private void views(Map<Address, CatalogRow> defaults) {
        for (CatalogRow row : catalog.rows(CatalogQuery.VIEWS)) {
            long oid = row.getLong("oid");
            boolean materialized = row.getString("kind").equals("m");
            ObjectId id = ObjectId.inSchema(materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW,
                    row.getString("schema"), row.getString("name"));
            List<View.ViewColumn> viewColumns = columnsOf(oid).stream()
                    .map(c -> new View.ViewColumn(c.name(), c.type(), Optional.ofNullable(c.collation()))).toList();
            String query = row.getString("query").strip();
            Expression body = new Expression(query.endsWith(";") ? query.substring(0, query.length() - 1) : query);
            SortedMap<String, String> options = Values.options(row.getArrayOfStrings("options"));
            catalog.schema.add(materialized
                    ? new MaterializedView(id, viewColumns, body, options, Values.text(row, "access_method"),
                            Values.text(row, "tablespace"), row.getBoolean("populated"))
                    : new View(id, viewColumns, body, options));
            catalog.relation(oid, id);
            for (RawColumn column : columnsOf(oid)) {
                CatalogRow defaultRow = defaults.get(address(oid, column.attnum()));
                if (defaultRow != null) {
                    ObjectId valueId = ColumnDefault.idOf(ObjectId.column(id, column.name()));
                    catalog.add(Pg.ATTRDEF, defaultRow.getLong(0),
                            new ColumnDefault(valueId, new Expression(defaultRow.getString(3))));
                    catalog.attach(valueId);
                }
                if (materialized && column.isTuned()) {
                    catalog.schema.add(new ColumnSettings(ObjectId.part(ObjectKind.COLUMN_SETTINGS, id, column.name()),
                            Optional.of(column.type()), Optional.ofNullable(column.storage()).map(Relations::storage),
                            Optional.ofNullable(column.compression()).map(Relations::compression),
                            Values.integer(column.statisticsTarget()), Values.options(column.options())));
                }
            }
        }
    }
}
