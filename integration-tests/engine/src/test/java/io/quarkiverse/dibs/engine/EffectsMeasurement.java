package io.quarkiverse.dibs.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.sqlclient.Row;

/**
 * What statements do to the relations that were there when it was made: the locks the backend holds after them, the rows read
 * by
 * the transaction's own counters, and the files that became others. The session is in a transaction that has done nothing yet.
 */
final class EffectsMeasurement {

    private static final Map<String, LockMode> MODES = Arrays.stream(LockMode.values())
            .collect(Collectors.toMap(LockMode::catalogName, Function.identity()));

    private final PgSession session;
    private final String oids;

    /** Of all relations of users that are there now. */
    EffectsMeasurement(PgSession session) {
        this.session = session;
        this.oids = session.run("""
                SELECT array_agg(c.oid)::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""").iterator().next().getString(0);
    }

    private record Relation(String name, boolean hasRows, boolean isIndex, long table, long file, long read) {
    }

    EffectsFacts of(List<String> statements) {
        SortedMap<Long, Relation> before = relations();
        statements.forEach(session::run);
        // the locks come first: to look at the relations takes some as well, but only on the catalog
        SortedMap<Long, LockMode> held = locks();
        SortedMap<Long, Relation> after = relations();
        SortedMap<String, LockMode> locks = new TreeMap<>();
        SortedSet<String> scans = new TreeSet<>();
        SortedSet<String> rewrites = new TreeSet<>();
        // one that an earlier step dropped has no name any more
        before.values().removeIf(relation -> relation.name() == null);
        before.forEach((oid, relation) -> {
            LockMode mode = held.get(oid);
            if (mode != null && !(relation.isIndex() && isCovered(mode, held.get(relation.table())))) {
                locks.put(relation.name(), mode);
            }
            Relation now = after.get(oid);
            if (relation.hasRows() && now.read() > relation.read()) {
                scans.add(relation.name());
            }
            if (relation.hasRows() && now.file() != relation.file() && now.name() != null) {
                rewrites.add(relation.name());
            }
        });
        return new EffectsFacts(locks, scans, rewrites);
    }

    /** Whoever waits for the index waits for its table already, or nobody does. */
    private static boolean isCovered(LockMode index, LockMode table) {
        return index.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) < 0 || table != null && table.compareTo(index) >= 0;
    }

    private SortedMap<Long, Relation> relations() {
        SortedMap<Long, Relation> relations = new TreeMap<>();
        for (Row row : session.run("""
                SELECT o.oid::int8, n.nspname || '.' || c.relname, coalesce(c.relkind IN ('r', 'm'), true),
                    coalesce(c.relkind IN ('i', 'I'), false), coalesce(i.indrelid::int8, 0), coalesce(c.relfilenode::int8, 0),
                    coalesce(pg_stat_get_xact_tuples_returned(o.oid), 0) + coalesce(pg_stat_get_xact_tuples_fetched(o.oid), 0)
                FROM unnest('%s'::oid[]) o (oid) LEFT JOIN pg_class c ON c.oid = o.oid
                LEFT JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = o.oid"""
                .formatted(oids))) {
            relations.put(row.getLong(0), new Relation(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4),
                    row.getLong(5), row.getLong(6)));
        }
        return relations;
    }

    private SortedMap<Long, LockMode> locks() {
        SortedMap<Long, LockMode> locks = new TreeMap<>();
        for (Row row : session.run("""
                SELECT l.relation::int8, l.mode FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())""")) {
            locks.merge(row.getLong(0), MODES.get(row.getString(1)), LockMode::strongest);
        }
        return locks;
    }
}
