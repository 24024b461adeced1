package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.history.HistoryRules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say which differences between the history and the code are allowed. */
final class HistoryOptions {

    private static final String OUT_OF_ORDER = "--allow-out-of-order";
    private static final String MISSING = "--allow-missing";

    private HistoryOptions() {
    }

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(OUT_OF_ORDER)
                .description("allow migrations that are older than the newest applied one").build());
        spec.addOption(OptionSpec.builder(MISSING)
                .description("allow applied migrations that the code does not have").build());
    }

    static HistoryRules rules(Invocation invocation) {
        return invocation.module().historyRules(invocation.flag(OUT_OF_ORDER), invocation.flag(MISSING));
    }
}
