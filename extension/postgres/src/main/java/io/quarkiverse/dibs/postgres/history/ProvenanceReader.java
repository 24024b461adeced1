package io.quarkiverse.dibs.postgres.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Reads what {@link Provenance} wrote: which migration created and last changed each table, column and index. */
public final class ProvenanceReader {

    private static final String SELECT = """
            SELECT 't', table_schema, table_name, '', created_by, changed_by, NULL FROM {tables}
            UNION ALL SELECT 'c', table_schema, table_name, column_name, created_by, changed_by, sql_type FROM {columns}
            UNION ALL SELECT 'i', table_schema, table_name, index_name, created_by, changed_by, NULL FROM {indices}
            """;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
            .withZone(ZoneOffset.UTC);

    private final MigrationHistory history;

    public ProvenanceReader(MigrationHistory history) {
        this.history = history;
    }

    /** Sentences for each object that a migration touched; empty where dibs has never run. */
    public Uni<Map<ObjectId, List<String>>> read(SqlConnection connection) {
        return history.exists(connection).flatMap(exists -> !exists ? Uni.createFrom().item(Map.of())
                : history.read(connection).flatMap(entries -> connection.query(history.tables().in(SELECT)).execute()
                        .map(rows -> sentences(rows, entries.stream()
                                .collect(Collectors.toMap(HistoryEntry::version, Function.identity()))))));
    }

    private static Map<ObjectId, List<String>> sentences(RowSet<Row> rows, Map<String, HistoryEntry> migrations) {
        Map<ObjectId, List<String>> sentences = new HashMap<>();
        for (Row row : rows) {
            ObjectId table = ObjectId.table(row.getString(1), row.getString(2));
            ObjectId id = switch (row.getString(0)) {
                case "t" -> table;
                case "c" -> ObjectId.column(table, row.getString(3));
                default -> ObjectId.inSchema(ObjectKind.INDEX, row.getString(1), row.getString(3));
            };
            String created = row.getString(4);
            String changed = row.getString(5);
            List<String> said = new ArrayList<>();
            said.add(created == null ? "not created by a migration" : "created by " + described(created, migrations));
            if (!changed.equals(created)) {
                said.add("last changed by " + described(changed, migrations));
            }
            if (row.getString(6) != null) {
                said.add("in the database as " + row.getString(6));
            }
            sentences.put(id, said);
        }
        return sentences;
    }

    private static String described(String version, Map<String, HistoryEntry> migrations) {
        HistoryEntry entry = migrations.get(version);
        if (entry == null) {
            return version;
        }
        Instant when = entry.finishedAt().orElse(entry.startedAt());
        return version + " " + entry.name() + ", " + TIME.format(when) + " by " + entry.dbUser();
    }
}
