package io.quarkiverse.dibs.postgres.operation;

import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.SchemaReports;

/** What the entities say, with their documentation. Asks no server. */
public final class SchemaOperation {

    private final OperationContext context;

    public SchemaOperation(OperationContext context) {
        this.context = context;
    }

    public SchemaReport run() {
        return SchemaReports.of("entities", context.requireIntent());
    }
}
