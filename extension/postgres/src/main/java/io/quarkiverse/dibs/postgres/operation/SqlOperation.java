package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.WriteContext;

/** The whole intended schema as SQL that creates it on an empty database. Asks no server. */
public final class SqlOperation {

    private final OperationContext context;

    public SqlOperation(OperationContext context) {
        this.context = context;
    }

    public PlanReport run() {
        Intent intent = context.requireIntent();
        Plan plan = Planner.create(intent.schema(), PlanOptions.newest());
        List<String> warnings = new ArrayList<>(intent.warnings());
        intent.files().forEach(file -> warnings.add("what " + file.name() + " says is not part of this"));
        return DiffReports.plan("nothing", "entities", plan, Optional.of(intent), warnings,
                Fingerprint.of(Schema.EMPTY), Fingerprint.of(intent.schema()), WriteContext.NEWEST);
    }
}
