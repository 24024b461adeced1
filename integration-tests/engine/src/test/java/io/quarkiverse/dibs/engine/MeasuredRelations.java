package io.quarkiverse.dibs.engine;

import java.util.Arrays;
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

/** The relations of users that are there at one time, with the file of each and the rows that were read of it so far. */
record MeasuredRelations(SortedMap<Long, Relation> byOid) {

    /** Of the transaction that looks. */
    static final String IN_TRANSACTION = "pg_stat_get_xact_tuples_returned(o.oid), pg_stat_get_xact_tuples_fetched(o.oid)";
    /** Of all that have ended. */
    static final String EVER = "pg_stat_get_tuples_returned(o.oid), pg_stat_get_tuples_fetched(o.oid)";

    private static final Map<String, LockMode> MODES = Arrays.stream(LockMode.values())
            .collect(Collectors.toMap(LockMode::catalogName, Function.identity()));

    private record Relation(String name, boolean hasRows, boolean isIndex, long table, long file, long read) {
    }

    /** An array of the oids of what is there now. */
    static String oids(PgSession session) {
        return session.run("""
                SELECT array_agg(c.oid)::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'watch')""").iterator().next()
                .getString(0);
    }

    /** @param counters {@link #IN_TRANSACTION} or {@link #EVER} */
    static MeasuredRelations read(PgSession session, String oids, String counters) {
        SortedMap<Long, Relation> relations = new TreeMap<>();
        for (Row row : session.run("""
                SELECT o.oid::int8, n.nspname || '.' || c.relname, coalesce(c.relkind IN ('r', 'm'), true),
                    coalesce(c.relkind IN ('i', 'I'), false), coalesce(i.indrelid::int8, 0), coalesce(c.relfilenode::int8, 0),
                    (SELECT sum(coalesce(n, 0))::int8 FROM unnest(ARRAY[%s]) n)
                FROM unnest('%s'::oid[]) o (oid) LEFT JOIN pg_class c ON c.oid = o.oid
                LEFT JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = o.oid"""
                .formatted(counters, oids))) {
            relations.put(row.getLong(0), new Relation(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4),
                    row.getLong(5), row.getLong(6)));
        }
        return new MeasuredRelations(relations);
    }

    /** Adds the locks of a backend, those it has and those it asks for, to what is known of it; the strongest counts. */
    static void addLocks(PgSession session, String pid, SortedMap<Long, LockMode> locks) {
        for (Row row : session.run("""
                SELECT l.relation::int8, l.mode FROM pg_locks l WHERE l.pid = %s AND l.locktype = 'relation'
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())""".formatted(pid))) {
            locks.merge(row.getLong(0), MODES.get(row.getString(1)), LockMode::strongest);
        }
    }

    /** What happened between these relations and those, by one that had the locks. */
    EffectsFacts until(MeasuredRelations after, SortedMap<Long, LockMode> held) {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        SortedSet<String> scans = new TreeSet<>();
        SortedSet<String> rewrites = new TreeSet<>();
        byOid.forEach((oid, relation) -> {
            // one that an earlier step dropped has no name any more
            if (relation.name() == null) {
                return;
            }
            LockMode mode = held.get(oid);
            if (mode != null && !(relation.isIndex() && isCovered(mode, held.get(relation.table())))) {
                locks.put(relation.name(), mode);
            }
            Relation now = after.byOid.get(oid);
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
}
