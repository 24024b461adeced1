package io.quarkiverse.dibs.postgres.canonical;

import java.util.Optional;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.canonical.CanonicalIntent.Form;
import io.quarkiverse.dibs.postgres.catalog.CatalogSnapshot;
import io.quarkiverse.dibs.schema.Schema;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Brings the texts of an intent (types, defaults, checks, generated columns, indexes) into Postgres' own form, so that only
 * true differences are left. Texts that the catalog has already cost nothing; the others are asked of the server, which
 * changes nothing. Blocking.
 */
public final class Canonical {

    private Canonical() {
    }

    /** Like {@link #of(PgSession, Intent, CatalogSnapshot, Optional)} without another server. */
    public static CanonicalIntent of(PgSession session, Intent intent, CatalogSnapshot reality) {
        return of(session, intent, reality, Optional.empty());
    }

    /**
     * @param session to the target, in no transaction
     * @param reality what the target's catalog says now
     * @param scratch to a server of the same major, for when the role may not make temporary tables on the target
     * @throws io.quarkiverse.dibs.error.DibsException DIBS-0260 for a text that Postgres refuses, with the class and field it
     *         comes from
     */
    public static CanonicalIntent of(PgSession session, Intent intent, CatalogSnapshot reality, Optional<PgSession> scratch) {
        Questions questions = new Questions(intent, reality.schema());
        if (questions.open().isEmpty()) {
            return result(intent, questions.settled().build(), Form.CERTAIN);
        }
        if (mayAsk(session)) {
            return result(intent, new TemporarySchema(session, intent, reality.schema(), questions).ask(), Form.SERVER);
        }
        if (scratch.isPresent()) {
            return result(intent, new TemporarySchema(scratch.get(), intent, Schema.EMPTY, questions).ask(), Form.SCRATCH);
        }
        return result(intent, BuiltInForm.of(intent, questions), Form.BUILT_IN);
    }

    private static boolean mayAsk(PgSession session) {
        Row row = session.run("SELECT has_database_privilege(current_database(), 'TEMPORARY') AND NOT pg_is_in_recovery()")
                .iterator().next();
        return row.getBoolean(0);
    }

    private static CanonicalIntent result(Intent intent, Schema schema, Form form) {
        return new CanonicalIntent(intent.withSchema(schema), form);
    }
}
