package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.module.ModuleSession;
import io.quarkiverse.dibs.cli.tui.Operations;
import io.quarkiverse.dibs.cli.tui.state.Effect.Wish;
import io.quarkiverse.dibs.cli.tui.state.Migrations;
import io.quarkiverse.dibs.cli.tui.state.Place;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.text.FileReason;
import io.quarkiverse.dibs.postgres.text.SourceExcerpt;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.GenerateRequest;
import io.quarkiverse.dibs.v1.MigrateRequest;

/** The operations of the screens: the calls that the commands make, on one db module that stays as long as it is fresh. */
final class TuiOperations implements Operations {

    private final Invocation invocation;
    private volatile ModuleSession running;
    private volatile boolean lost;

    TuiOperations(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public void refresh() {
        if (lost) {
            lost = false;
            invocation.reopen();
        }
        invocation.freshModule();
    }

    @Override
    public SchemaReport schema() {
        return invocation.module().schema(true);
    }

    @Override
    public DiffReport diff(List<String> renames) {
        return invocation.module().diff(request(renames));
    }

    @Override
    public Migrations migrations() {
        StatusReport status = invocation.module().status();
        return new Migrations(status, sources(status));
    }

    /** Those that are in the workspace, by the names that generated migrations have. */
    private Map<String, Migrations.Source> sources(StatusReport status) {
        Map<String, Migrations.Source> found = new HashMap<>();
        Optional<Path> root = invocation.workspace().sources().filter(Files::isDirectory);
        if (root.isEmpty()) {
            return found;
        }
        Map<String, String> versions = new HashMap<>();
        for (MigrationRow row : status.migrations()) {
            versions.put("M" + row.version() + row.name() + ".java", row.version());
            versions.put(row.name() + ".java", row.version());
        }
        try (Stream<Path> files = Files.walk(root.get())) {
            for (Path file : files.filter(path -> versions.containsKey(path.getFileName().toString())).toList()) {
                found.put(versions.get(file.getFileName().toString()),
                        new Migrations.Source(root.get().relativize(file).toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0954", "the sources of the migrations cannot be read: " + FileReason.of(e),
                    "Make them readable, as UTF-8.");
        }
        return found;
    }

    @Override
    public GenerateReport preview(Wish wish) {
        return generate(wish);
    }

    @Override
    public Written write(Wish wish) {
        Path sources = invocation.workspace().module().resolve("src/main/java");
        GenerateReport generated = generate(wish);
        GeneratedFiles.save(generated, sources, false);
        return new Written(generated.migrations().stream().map(GeneratedMigration::path).toList(), generated.withheld());
    }

    private GenerateReport generate(Wish wish) {
        return invocation.module().generate(GenerateRequest.newBuilder().setName(wish.name()).addAllAllow(wish.allow())
                .setVersion(GeneratedFiles.version(Clock.systemUTC())).setDiff(request(wish.renames())).build());
    }

    private DiffRequest request(List<String> renames) {
        return DiffRequest.newBuilder().setFrom("db").setTo(SourceOptions.ENTITIES).setOnline("auto").addAllRenames(renames)
                .addAllSchemas(invocation.workspace().settings().schemas()).build();
    }

    @Override
    public void migrate(Consumer<MigrationEvent> events) {
        Optional<Path> sources = invocation.workspace().sources();
        running = invocation.module();
        try {
            running.migrate(MigrateRequest.newBuilder().setAllowMissing(invocation.usesDevDatabase()).build(),
                    event -> events.accept(event instanceof MigrationEvent.Failed failed && sources.isPresent()
                            ? SourceExcerpt.of(failed, sources.get())
                            : event));
        } finally {
            running = null;
        }
    }

    @Override
    public void cancel() {
        ModuleSession at = running;
        if (at != null) {
            at.cancel();
        }
    }

    @Override
    public void edit(Place place) {
        Path file = invocation.workspace().sources().map(root -> root.resolve(place.file())).orElse(Path.of(place.file()));
        if (!Files.isRegularFile(file)) {
            throw CliProblem.usage("DIBS-0955", "there is no file " + file, "Build the db module anew: press r.");
        }
        Editor.required(invocation.environment()).open(file, place.line());
    }

    @Override
    public void stop() {
        ModuleSession.endBuilds();
    }

    @Override
    public Problem problem(Throwable failure) {
        Problem problem = CommandLines.problem(failure);
        // a server or a module that went away may be there again when it is asked for anew
        if (problem.category() == Category.CONNECTION || problem.category() == Category.INTERNAL) {
            lost = true;
        }
        return problem;
    }
}
