package io.quarkiverse.dibs.postgres.operation;

import java.util.Optional;

import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.ValidateReport;

/** Whether the history fits the code, with a problem for each migration of which it does not. Changes nothing. */
public final class ValidateOperation {

    private final OperationContext context;

    public ValidateOperation(OperationContext context) {
        this.context = context;
    }

    public ValidateReport run(HistoryRules rules) {
        StatusReport status = new StatusOperation(context).run();
        return new ValidateReport(status.database(),
                status.migrations().stream().map(rules::problem).flatMap(Optional::stream).toList(),
                status.migrations().stream().filter(row -> rules.problem(row).isEmpty()).map(rules::warning)
                        .flatMap(Optional::stream).toList());
    }
}
