package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.LockHolder;
import io.quarkiverse.dibs.report.LockReport;
import io.quarkiverse.dibs.v1.LockRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dibs lock}: who holds the lock of the history; ends that session when somebody agrees to it. */
@Command(name = "lock", description = "Show who holds the migration lock, or end that session.")
final class LockCommand extends DibsSubcommand {

    /** What to do with it. */
    enum Action {
        STATUS,
        RELEASE
    }

    @Parameters(paramLabel = "status|release", description = "status: who holds it; release: end the session that does")
    private Action action;

    @Option(names = "--pid", paramLabel = "PID", description = "end this server process without asking, if it holds the lock")
    private Integer pid;

    @Option(names = "--yes", description = "end whoever holds the lock without asking")
    private boolean yes;

    @Override
    int run(Invocation invocation) {
        LockReport report = action == Action.RELEASE && pid != null ? release(invocation, pid)
                : invocation.module().lock(LockRequest.getDefaultInstance());
        if (action == Action.RELEASE && pid == null && report.holder().isPresent()) {
            LockHolder holder = report.holder().get();
            if (!yes && !agreed(invocation, holder)) {
                throw CliProblem.refused("DIBS-0668", "nothing was changed: nobody has agreed to end " + holder.display(),
                        "Name it: --pid " + holder.pid());
            }
            report = release(invocation, holder.pid());
        }
        LockReport told = report;
        result(invocation, () -> HistoryJson.render(told), palette -> new HistoryRenderer(palette).render(told));
        return OK;
    }

    private boolean agreed(Invocation invocation, LockHolder holder) {
        return !json() && invocation.terminal().isInteractive() && invocation.terminal().agrees(
                "held by " + holder.display() + "\nIts transaction will be rolled back. End that session?");
    }

    private static LockReport release(Invocation invocation, int process) {
        return invocation.module().lock(LockRequest.newBuilder().setReleasePid(process).build());
    }
}
