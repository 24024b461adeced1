package io.quarkiverse.dibs.postgres.scratch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.sql.Identifiers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;

/**
 * Roles that files create. All databases of a server share them, so those that were not there are made without any right
 * and live as long as the scratch database.
 */
final class ScratchRoles {

    private static final Pattern OWNER = Pattern.compile("dibs scratch role of process (\\d+)");
    private static final String ALREADY_THERE = "42710";

    /** How many scratch databases of this process need a role that it has made, by server and name. */
    private static final Map<String, Integer> USERS = new HashMap<>();

    private final Deque<String> created = new ArrayDeque<>();

    /** Makes the role unless it is there; {@code name} as SQL spells it. */
    void create(PgSession session, String name) {
        synchronized (USERS) {
            String key = key(session, name);
            if (USERS.containsKey(key)) {
                // the other side of a comparison names it too, and may be done with it first
                USERS.merge(key, 1, Integer::sum);
                created.push(name);
                return;
            }
            try {
                session.run("CREATE ROLE " + name + " NOLOGIN");
            } catch (RuntimeException e) {
                PgException server = ServerErrors.serverException(e);
                if (server != null && ALREADY_THERE.equals(server.getSqlState())) {
                    return;
                }
                throw e;
            }
            USERS.put(key, 1);
            created.push(name);
            session.run("COMMENT ON ROLE " + name + " IS 'dibs scratch role of process " + ProcessHandle.current().pid() + "'");
        }
    }

    private static String key(PgSession session, String name) {
        return session.target().host() + ":" + session.target().port() + " " + name;
    }

    /** To be called when the scratch database is gone; a role that something else has come to need stays. */
    void drop(PgSession admin) {
        synchronized (USERS) {
            for (String name : created) {
                if (USERS.merge(key(admin, name), -1, (users, less) -> users + less == 0 ? null : users + less) == null) {
                    drop(admin, name);
                }
            }
            created.clear();
        }
    }

    /** Those of processes of this machine that are gone. */
    static void removeLeftovers(PgSession admin) {
        if (!admin.target().isLocal()) {
            return;
        }
        for (Row row : admin.run("SELECT rolname::text, shobj_description(oid, 'pg_authid') FROM pg_roles "
                + "WHERE shobj_description(oid, 'pg_authid') LIKE 'dibs scratch role of process %'")) {
            Matcher owner = OWNER.matcher(row.getString(1));
            if (owner.matches() && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                drop(admin, Identifiers.quote(row.getString(0)));
            }
        }
    }

    /** Those of scratch databases that another thread made and left. */
    static Uni<Void> dropOfThisProcess(PgSession admin) {
        return admin.query("SELECT rolname::text FROM pg_roles WHERE shobj_description(oid, 'pg_authid') = "
                + "'dibs scratch role of process " + ProcessHandle.current().pid() + "'")
                .onItem().transformToMulti(Multi.createFrom()::iterable)
                .onItem().transformToUniAndConcatenate(row -> admin.query("DROP ROLE IF EXISTS "
                        + Identifiers.quote(row.getString(0))).onFailure().recoverWithNull())
                .onItem().ignoreAsUni();
    }

    private static void drop(PgSession admin, String name) {
        admin.query("DROP ROLE IF EXISTS " + name).onFailure().recoverWithNull().await().indefinitely();
    }
}
