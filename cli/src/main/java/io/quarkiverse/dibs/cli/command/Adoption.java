package io.quarkiverse.dibs.cli.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.postgres.operation.AdoptOperation;
import io.quarkiverse.dibs.postgres.operation.BaselineOperation;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.AdoptReport;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.Palette;

/** A database that was there before dibs, on its way into a workspace. There is no db module yet, so it is read right here. */
final class Adoption {

    private final OperationContext context;
    private final AdoptReport report;

    private Adoption(OperationContext context, AdoptReport report) {
        this.context = context;
        this.report = report;
    }

    static Adoption of(Invocation invocation, String packageName) {
        Optional<String> url = Optional.ofNullable(invocation.options().databaseUrl)
                .or(() -> Optional.ofNullable(System.getenv("DATABASE_URL")).filter(text -> !text.isBlank()));
        if (url.isEmpty()) {
            throw CliProblem.usage("DIBS-0908", "which database is to be adopted?",
                    "Give --database-url or set DATABASE_URL.");
        }
        OperationContext context = OperationContext.withoutModule(EarlyClient.get(), url);
        return new Adoption(context, new AdoptOperation(context).run(packageName,
                GeneratedFiles.version(Clock.systemUTC())));
    }

    /** Path below the workspace to text. */
    Map<String, String> files(String entities, String sourceRoot) {
        Map<String, String> files = new LinkedHashMap<>();
        report.entities().forEach(entity -> files.put(entities + entity.fileName(), entity.text()));
        report.migrations().forEach(migration -> files.put(sourceRoot + migration.path(), migration.source()));
        return files;
    }

    /**
     * Begins the history.
     *
     * @return what to tell
     */
    String begin(Palette palette) {
        StringBuilder out = new StringBuilder();
        report.notes().forEach(note -> out.append(palette.altered("left to the database: ")).append(note).append('\n'));
        // a large database takes several, and each of them counts as applied
        Map<String, String> written = new LinkedHashMap<>();
        report.migrations().forEach(migration -> written.put(migration.version(), migration.name()));
        return out.append(new HistoryRenderer(palette).render(
                new BaselineOperation(context).run(report.version(), written, RunOptions.defaults()))).toString();
    }
}
