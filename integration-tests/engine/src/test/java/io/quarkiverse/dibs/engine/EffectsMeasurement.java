package io.quarkiverse.dibs.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.postgres.PgSession;

/**
 * What statements do to the relations that were there when it was made: the locks the backend holds after them, the rows read
 * by the transaction's own counters, and the files that became others. The session is in a transaction that has done nothing
 * yet.
 */
final class EffectsMeasurement {

    private final PgSession session;
    private final String oids;

    /** Of all relations of users that are there now. */
    EffectsMeasurement(PgSession session) {
        this.session = session;
        this.oids = MeasuredRelations.oids(session);
    }

    EffectsFacts of(List<String> statements) {
        MeasuredRelations before = MeasuredRelations.read(session, oids, MeasuredRelations.IN_TRANSACTION);
        statements.forEach(session::run);
        // the locks come first: to look at the relations takes some as well, but only on the catalog
        SortedMap<Long, LockMode> held = new TreeMap<>();
        MeasuredRelations.addLocks(session, "pg_backend_pid()", held);
        return before.until(MeasuredRelations.read(session, oids, MeasuredRelations.IN_TRANSACTION), held);
    }
}
