package io.quarkiverse.dibs.cli.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.text.NewFiles;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.TextRenderer;

/** Writes generated migrations into the db module's sources; never over a file that is there. */
final class GeneratedFiles {

    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private GeneratedFiles() {
    }

    /** The version of a migration made now, in UTC. */
    static String version(Clock clock) {
        return VERSION.format(LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    }

    /**
     * @param edit whether to open what was written in the user's editor
     * @param sql whether to write the plain SQL beside it
     */
    static int write(GenerateReport generated, Invocation invocation, boolean json, boolean edit, boolean sql) {
        Path sources = invocation.workspace().module().resolve("src/main/java");
        Optional<Editor> editor = edit ? Optional.of(Editor.required(invocation.environment())) : Optional.empty();
        save(generated, sources, sql);
        if (json) {
            invocation.terminal().print(JsonRenderer.render(generated));
        } else {
            invocation.terminal().show(new TextRenderer(invocation.terminal().outPalette()).render(generated));
        }
        if (sql && !json) {
            generated.migrations()
                    .forEach(migration -> invocation.terminal().print("  for review: " + migration.sqlPath() + "\n"));
        }
        editor.ifPresent(present -> present
                .open(generated.migrations().stream().map(migration -> sources.resolve(migration.path())).toList()));
        if (!json && !generated.migrations().isEmpty()) {
            invocation.terminal().hint("dibs migrate");
        }
        return DibsSubcommand.OK;
    }

    /**
     * All of it or nothing.
     *
     * @param sources the root of the source folder
     * @throws io.quarkiverse.dibs.error.DibsException DIBS-0931 when a file is there already, DIBS-0932 when one cannot be
     *         written
     */
    static void save(GenerateReport generated, Path sources, boolean sql) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (GeneratedMigration migration : generated.migrations()) {
            texts.put(sources.resolve(migration.path()), migration.source());
            if (sql) {
                texts.put(sources.resolve(migration.sqlPath()), migration.sql());
            }
        }
        new NewFiles("DIBS-0931", "DIBS-0932").write(texts);
    }
}
