package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.ProvenanceReader;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.SchemaReports;
import io.quarkiverse.dibs.schema.ObjectId;

/** What the entities say, with their documentation and, where asked for, which migrations made it. */
public final class SchemaOperation {

    private final OperationContext context;

    public SchemaOperation(OperationContext context) {
        this.context = context;
    }

    /** Asks no server. */
    public SchemaReport run() {
        return SchemaReports.of("entities", context.requireIntent());
    }

    /** Asks the database where one is known; without an answer the rest is shown, and a warning says what lacks. */
    public SchemaReport withProvenance() {
        Intent intent = context.requireIntent();
        if (context.url().isEmpty()) {
            return run();
        }
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            Map<ObjectId, List<String>> provenance = new ProvenanceReader(new MigrationHistory(context.history()))
                    .read(session.connection()).await().indefinitely();
            return SchemaReports.of("entities", intent, provenance, List.of());
        } catch (DibsException e) {
            if (e.problem().category() != Category.CONNECTION) {
                throw e;
            }
            return SchemaReports.of("entities", intent, Map.of(), List.of("without the migrations that made it: "
                    + e.problem().code() + " " + e.problem().message()));
        }
    }
}
