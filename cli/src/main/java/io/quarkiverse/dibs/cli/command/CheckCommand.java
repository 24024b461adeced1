package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.SuggestedName;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.v1.CheckRequest;
import io.quarkiverse.dibs.v1.DiffRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dibs check}: the exit status says whether anything is left to do. */
@Command(name = "check", description = "Exit with 0 when the database is what the entities say and nothing is pending, else 1.")
final class CheckCommand extends DibsSubcommand {

    @Option(names = "--strict", description = "count what the entities do not know as a difference")
    private boolean strict;

    @Override
    int run(Invocation invocation) {
        CheckReport check = invocation.module().check(CheckRequest.newBuilder().setStrict(strict)
                .setDiff(DiffRequest.newBuilder().addAllSchemas(invocation.workspace().settings().schemas())).build());
        result(invocation, () -> JsonRenderer.render(check),
                palette -> new TextRenderer(palette, invocation.links()).render(check));
        if (!json()) {
            if (!check.pending().isEmpty()) {
                invocation.terminal().hint("dibs migrate");
            } else if (!check.diff().inSync()) {
                invocation.terminal().hint("dibs generate-from-diff " + SuggestedName.of(check.diff().changes()));
            }
        }
        return check.inSync() ? OK : DIFFERENT;
    }
}
