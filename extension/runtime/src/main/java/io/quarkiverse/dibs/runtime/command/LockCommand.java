package io.quarkiverse.dibs.runtime.command;

import java.util.List;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.operation.LockOperation;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.LockReport;
import io.quarkiverse.dibs.report.Palette;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code lock}: who holds the lock of the history; ends that session when it is named or agreed to. */
final class LockCommand implements DirectCommand {

    @Override
    public String name() {
        return "lock";
    }

    @Override
    public String description() {
        return "Show who holds the migration lock, or end that session.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder().index("0").arity("1").paramLabel("status|release").type(String.class)
                .description("status: who holds it; release: end the session that does").build());
        spec.addOption(OptionSpec.builder("--pid").paramLabel("PID").type(Integer.class)
                .description("end this server process, if it holds the lock").build());
        spec.addOption(OptionSpec.builder("--yes").description("end whoever holds the lock").build());
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        String action = invocation.typed().matchedPositionalValue(0, "");
        if (!List.of("status", "release").contains(action)) {
            throw new DibsException(Problem.of("DIBS-0705", Category.USAGE, "a lock has no " + action)
                    .remedy("Say lock status or lock release."));
        }
        LockOperation operation = new LockOperation(invocation.context());
        LockReport report = action.equals("status") ? operation.status() : release(operation, invocation);
        invocation.console().print(invocation.json() ? HistoryJson.render(report)
                : new HistoryRenderer(Palette.PLAIN).render(report));
        return OK;
    }

    private static LockReport release(LockOperation operation, Invocation invocation) {
        Integer pid = invocation.typed().matchedOptionValue("--pid", (Integer) null);
        if (pid != null) {
            return operation.release(pid);
        }
        LockReport held = operation.status();
        if (held.holder().isEmpty()) {
            return held;
        }
        if (!invocation.flag("--yes")) {
            throw new DibsException(Problem.of("DIBS-0668", Category.REFUSED, "nothing was changed: nobody has agreed to end "
                    + held.holder().get().display()).remedy("Name it: --pid " + held.holder().get().pid()));
        }
        return operation.release(held.holder().get().pid());
    }
}
