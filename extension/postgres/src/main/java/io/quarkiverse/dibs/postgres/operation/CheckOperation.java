package io.quarkiverse.dibs.postgres.operation;

import java.util.List;

import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.MigrationRow;

/** Whether the database is what the entities say and no migration waits. Changes nothing. */
public final class CheckOperation {

    private final OperationContext context;

    public CheckOperation(OperationContext context) {
        this.context = context;
    }

    public CheckReport run(DiffRequest request, boolean strict) {
        List<MigrationRow> outstanding = new StatusOperation(context).run().migrations().stream()
                .filter(MigrationStates::isOutstanding).toList();
        return new CheckReport(new DiffOperation(context).compare(request), outstanding, strict);
    }
}
