package io.quarkiverse.dibs.postgres.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Writes {@code __dibs_tables}, {@code __dibs_columns} and {@code __dibs_indices}: which migration created and last changed
 * what, and where it is declared. It asks the catalog for what the transaction has written instead of comparing all of it.
 */
public final class Provenance {

    private final HistoryTables tables;
    private final Map<ObjectId, Source> sources;

    /**
     * @param sources where each object is declared
     */
    public Provenance(HistoryTables tables, Map<ObjectId, Source> sources) {
        this.tables = tables;
        this.sources = sources;
    }

    /** Once before the first migration of a run, under the lock: forgets what somebody dropped by hand. */
    public Uni<Void> resync(SqlConnection connection) {
        return connection.query(tables.in(Resources.text("resync.sql"))).execute().replaceWithVoid();
    }

    /**
     * Records what a migration did; in its transaction, after its last statement, where it has one.
     *
     * @param xid the migration's transaction id, or the first one that it could have used
     */
    public Uni<Void> record(SqlConnection connection, String version, long xid) {
        return connection.preparedQuery(tables.in(Resources.text("record-tables.sql"))).execute(Tuple.of(xid, version))
                .flatMap(changed -> changed.size() == 0 ? Uni.createFrom().voidItem()
                        : recordParts(connection, version, xid, oids(changed)));
    }

    private Uni<Void> recordParts(SqlConnection connection, String version, long xid, Long[] changed) {
        return connection.preparedQuery(tables.in(Resources.text("record-columns.sql")))
                .execute(Tuple.of(xid, version, changed))
                .flatMap(done -> connection.preparedQuery(tables.in(Resources.text("record-indices.sql")))
                        .execute(Tuple.of(xid, version, changed)))
                .flatMap(done -> sources.isEmpty() ? Uni.createFrom().voidItem() : recordSources(connection, version, changed));
    }

    private static Long[] oids(RowSet<Row> rows) {
        List<Long> oids = new ArrayList<>(rows.size());
        rows.forEach(row -> oids.add(row.getLong(0)));
        return oids.toArray(Long[]::new);
    }

    private Uni<Void> recordSources(SqlConnection connection, String version, Long[] changed) {
        return connection.preparedQuery(tables.in("""
                SELECT 't', table_schema, table_name, '' FROM {tables} WHERE table_oid = ANY ($1::bigint[]::oid[])
                UNION ALL
                SELECT 'c', table_schema, table_name, column_name FROM {columns}
                WHERE table_oid = ANY ($1::bigint[]::oid[]) AND changed_by = $2
                UNION ALL
                SELECT 'i', table_schema, table_name, index_name FROM {indices}
                WHERE table_oid = ANY ($1::bigint[]::oid[]) AND changed_by = $2
                """)).execute(Tuple.of(changed, version)).flatMap(rows -> {
            Locations ofTables = new Locations();
            Locations ofColumns = new Locations();
            Locations ofIndices = new Locations();
            for (Row row : rows) {
                ObjectId table = ObjectId.table(row.getString(1), row.getString(2));
                switch (row.getString(0)) {
                    case "t" -> ofTables.add(table, sources.get(table));
                    case "c" -> {
                        ObjectId column = ObjectId.column(table, row.getString(3));
                        ofColumns.add(column, sources.get(column));
                    }
                    default -> {
                        ObjectId index = ObjectId.inSchema(ObjectKind.INDEX, row.getString(1), row.getString(3));
                        ofIndices.add(index, sources.get(index));
                    }
                }
            }
            return ofTables.write(connection, tables.in("""
                    UPDATE {tables} t SET class_name = s.class_name, source_file = s.file, source_line = s.line,
                        source_column = s.col, javadoc = s.javadoc
                    FROM %s WHERE t.table_schema = s.schema AND t.table_name = s.name
                    """))
                    .flatMap(done -> ofColumns.write(connection, tables.in("""
                            UPDATE {columns} c SET class_name = s.class_name, member = s.member, java_type = s.java_type,
                                source_file = s.file, source_line = s.line, source_column = s.col, javadoc = s.javadoc
                            FROM %s WHERE c.table_schema = s.schema AND c.table_name = s.parent AND c.column_name = s.name
                            """)))
                    .flatMap(done -> ofIndices.write(connection, tables.in("""
                            UPDATE {indices} i SET class_name = s.class_name, member = s.member, source_file = s.file,
                                source_line = s.line, source_column = s.col
                            FROM %s WHERE i.table_schema = s.schema AND i.index_name = s.name
                            """)));
        });
    }

    /** Locations as arrays, one for each column of a derived table, so that any number of them is one statement. */
    private static final class Locations {

        private static final String DERIVED = """
                unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::integer[],
                    $9::text[], $10::text[])
                    AS s (schema, parent, name, class_name, member, file, line, col, javadoc, java_type)""";
        private static final int TEXTS = 8;

        private final List<List<String>> texts = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();

        Locations() {
            for (int i = 0; i < TEXTS; i++) {
                texts.add(new ArrayList<>());
            }
        }

        void add(ObjectId id, Source source) {
            if (source == null) {
                return;
            }
            String[] values = { id.schema(), id.parent() == null ? "" : id.parent().name(), id.name(), source.className(),
                    source.member(), source.file(), source.javadoc().orElse(null), source.javaType().orElse(null) };
            for (int i = 0; i < TEXTS; i++) {
                texts.get(i).add(values[i]);
            }
            lines.add(source.line() > 0 ? source.line() : null);
            columns.add(source.column() > 0 ? source.column() : null);
        }

        Uni<Void> write(SqlConnection connection, String sql) {
            if (lines.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Tuple parameters = Tuple.tuple();
            BiConsumer<Integer, Integer> add = (from, to) -> texts.subList(from, to)
                    .forEach(values -> parameters.addArrayOfString(values.toArray(String[]::new)));
            add.accept(0, 6);
            parameters.addArrayOfInteger(lines.toArray(Integer[]::new));
            parameters.addArrayOfInteger(columns.toArray(Integer[]::new));
            add.accept(6, TEXTS);
            return connection.preparedQuery(sql.formatted(DERIVED)).execute(parameters).replaceWithVoid();
        }
    }
}
