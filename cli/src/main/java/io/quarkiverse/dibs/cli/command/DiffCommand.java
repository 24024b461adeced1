package io.quarkiverse.dibs.cli.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.cli.module.ModuleSession;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.MarkdownRenderer;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.SqlRenderer;
import io.quarkiverse.dibs.report.SuggestedName;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.v1.DiffRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dibs diff}. With {@code --format sql} nothing but SQL reaches standard output. */
@Command(name = "diff", description = "Show what differs between the database and the entities, or any two sources.")
final class DiffCommand extends DibsSubcommand {

    @Mixin
    private SourceOptions sources;

    @Option(names = "--exit-code", description = "exit with 1 when they differ")
    private boolean exitCode;

    @Option(names = "--explain", description = "show the steps in order, and why each stands where it does")
    private boolean explain;

    @Override
    Set<OutputFormat> formats() {
        return EnumSet.allOf(OutputFormat.class);
    }

    @Override
    int run(Invocation invocation) {
        if (explain) {
            return explain(invocation);
        }
        DiffReport diff = diff(invocation);
        switch (options.format) {
            case TEXT -> {
                invocation.terminal()
                        .show(new TextRenderer(invocation.terminal().outPalette(), invocation.links()).render(diff));
                if (!diff.inSync() && sources.areUsual()) {
                    invocation.terminal().hint("dibs generate-from-diff " + SuggestedName.of(diff.changes()));
                }
            }
            case JSON -> invocation.terminal().print(JsonRenderer.render(diff));
            case MARKDOWN -> invocation.terminal().print(MarkdownRenderer.render(diff));
            case SQL -> {
                invocation.terminal().print(SqlRenderer.render(diff.steps()));
                diff.unmodelled().forEach(text -> invocation.terminal().warn("not modelled by dibs: " + text));
                diff.warnings().forEach(text -> invocation.terminal().warn("warning: " + text));
            }
        }
        return exitCode && !diff.inSync() ? DIFFERENT : OK;
    }

    private int explain(Invocation invocation) {
        Optional<Intent> intent = intent(invocation);
        PlanReport plan = sources.needsEntities() && intent.isEmpty() ? entities(invocation).plan(request(invocation))
                : DatabaseSources.plan(invocation, sources, intent);
        if (json()) {
            invocation.terminal().print(JsonRenderer.render(plan));
        } else {
            invocation.terminal()
                    .show(new TextRenderer(invocation.terminal().outPalette(), invocation.links()).render(plan));
        }
        return exitCode && !plan.steps().isEmpty() ? DIFFERENT : OK;
    }

    private DiffReport diff(Invocation invocation) {
        Optional<Intent> intent = intent(invocation);
        return sources.needsEntities() && intent.isEmpty() ? entities(invocation).diff(request(invocation))
                : DatabaseSources.diff(invocation, sources, intent);
    }

    private Optional<Intent> intent(Invocation invocation) {
        return sources.needsEntities() ? invocation.builtIntent() : Optional.empty();
    }

    /** A database is needed even to compare with a file: it says what equal expressions are. */
    private ModuleSession entities(Invocation invocation) {
        return invocation.module();
    }

    private DiffRequest request(Invocation invocation) {
        List<String> schemas = invocation.workspace().settings().schemas();
        return sources.request(schemas);
    }
}
