package io.quarkiverse.dibs.cli.command;

import picocli.CommandLine.Option;

/** Which differences between the history and the code are allowed. */
class HistoryOptions {

    @Option(names = "--allow-out-of-order", description = "allow migrations that are older than the newest applied one")
    boolean outOfOrder;

    @Option(names = "--allow-missing", description = "allow applied migrations that the code does not have; in the embedded dev "
            + "database they are always allowed")
    boolean missing;

    /** What comes and goes with branches is no reason to stop a developer. */
    boolean missingIn(Invocation invocation) {
        return missing || invocation.usesDevDatabase();
    }
}
