package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.PlanReport;

/** Compares sources that need no db module, in this process. */
final class DatabaseSources {

    private DatabaseSources() {
    }

    static DiffReport diff(Invocation invocation, SourceOptions sources) {
        throw CliProblem.arguments("one of --from and --to has to be entities");
    }

    static PlanReport plan(Invocation invocation, SourceOptions sources) {
        throw CliProblem.arguments("one of --from and --to has to be entities");
    }
}
