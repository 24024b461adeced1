package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;

/** A command whose result was not written did not succeed: half of a plan in a file looks like a plan. */
public final class WrittenOutput {

    /** What a shell says of who was ended by the signal that a closed pipe sends; Java gets none. */
    private static final int READER_IS_GONE = 141;

    private WrittenOutput() {
    }

    /** The status of the process, after a line of error where somebody has to be told. */
    public static int status(int status) {
        return status(status, Terminal.unwritten(), Terminal.ofProcess(false));
    }

    static int status(int status, Optional<IOException> failure, Terminal terminal) {
        if (failure.isEmpty()) {
            return status;
        }
        String reason = String.valueOf(failure.get().getMessage());
        if (reason.contains("Broken pipe")) {
            // whoever read has seen enough (head, a pager), and wants to hear nothing more
            return status == 0 ? READER_IS_GONE : status;
        }
        int shown = CommandLines.show(CliProblem.usage("DIBS-0916", "the output could not be written: " + reason,
                "Make room, or write to another file."), new GlobalOptions(), terminal);
        return status == 0 ? shown : status;
    }
}
