package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.JsonRenderer;
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
        invocation.terminal().print(json() ? JsonRenderer.render(check)
                : new TextRenderer(invocation.terminal().outPalette(), invocation.links()).render(check));
        return check.inSync() ? OK : DIFFERENT;
    }
}
