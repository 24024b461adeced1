package io.quarkiverse.dibs.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.quarkiverse.dibs.cli.Interruption;
import io.quarkiverse.dibs.cli.workspace.DevDatabase;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.postgres.operation.DiffOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.postgres.scratch.OpenScratches;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.PlanReport;
import io.vertx.mutiny.core.Vertx;

/** Compares sources for which no db module has to run, in this process. Files alone are loaded into a server of the moment. */
final class DatabaseSources {

    private DatabaseSources() {
    }

    static DiffReport diff(Invocation invocation, SourceOptions sources, Optional<Intent> intent) {
        return run(invocation, sources, intent, (context, request) -> new DiffOperation(context).run(request));
    }

    static PlanReport plan(Invocation invocation, SourceOptions sources, Optional<Intent> intent) {
        return run(invocation, sources, intent, (context, request) -> new PlanOperation(context).run(request));
    }

    static PlanFile planFile(Invocation invocation, SourceOptions sources, Optional<Intent> intent) {
        return run(invocation, sources, intent,
                (context, request) -> new PlanOperation(context).file(request, VersionText.dibs()));
    }

    private static <T> T run(Invocation invocation, SourceOptions sources, Optional<Intent> intent,
            BiFunction<OperationContext, DiffRequest, T> operation) {
        Optional<String> url = sources.needsDatabase() || intent.isPresent() ? invocation.databaseUrl() : Optional.empty();
        boolean onlyFiles = Stream.of(sources.from, sources.to).allMatch(source -> source.startsWith("file:"));
        EmbeddedPostgres scratch = onlyFiles && sources.scratchUrl == null ? DevDatabase.temporary() : null;
        Vertx vertx = EarlyClient.get();
        try {
            DiffRequest request = new DiffRequest(SourceOptions.absolute(sources.from), SourceOptions.absolute(sources.to),
                    sources.renames, sources.schemas.isEmpty() ? configuredSchemas(invocation) : sources.schemas,
                    Optional.ofNullable(scratch == null ? sources.scratchUrl : scratch.url())).withOnline(sources.online)
                    .withUsing(sources.using);
            OperationContext context = intent
                    .map(entities -> OperationContext.ofModule(vertx, url, entities, List.of(), Optional.empty(),
                            Optional.empty()))
                    .orElseGet(() -> OperationContext.withoutModule(vertx, url));
            return Interruption.abandoning(() -> {
                invocation.terminal().clearStatus();
                invocation.terminal().warn("DIBS-0650 the command was interrupted; nothing was changed");
                OpenScratches.removeAll();
            }, () -> operation.apply(context, request));
        } finally {
            if (scratch != null) {
                scratch.close();
            }
        }
    }

    private static List<String> configuredSchemas(Invocation invocation) {
        return Workspace.around(invocation.options().directory).map(workspace -> workspace.settings().schemas())
                .orElse(List.of());
    }
}
