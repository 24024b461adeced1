package io.quarkiverse.dibs.runtime.service;

import java.util.function.Function;

import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.RunDefaults;
import io.vertx.mutiny.core.Vertx;

/**
 * The db module as its commands and its service see it.
 *
 * @param context from the database URL of the command line, or null where it has none
 */
public record Module(String name, String version, DibsConfig config, Vertx vertx, ActiveRuns runs,
        Function<String, OperationContext> context) {

    /** How a run behaves unless the caller says otherwise. */
    public RunOptions runOptions() {
        return RunDefaults.of(config, version);
    }

    /** What is wrong with a history, unless the caller allows more. */
    public HistoryRules historyRules(boolean allowOutOfOrder, boolean allowMissing) {
        RunOptions options = runOptions();
        return new HistoryRules(allowOutOfOrder || options.allowOutOfOrder(), allowMissing || options.allowMissing());
    }
}
