package io.quarkiverse.dibs.runtime.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.GenerateOperation;
import io.quarkiverse.dibs.postgres.operation.GenerateRequest;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.runtime.NewSources;
import io.quarkiverse.dibs.runtime.service.Timestamps;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** New migrations in direct mode: printed, or with {@code --output} written below a source root. Never over a file. */
final class GeneratedSources {

    private GeneratedSources() {
    }

    static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder().index("0").arity("1").paramLabel("NAME").type(String.class)
                .description("what the migration does: create-users").build());
        spec.addOption(OptionSpec.builder("--output").paramLabel("DIR").type(Path.class)
                .description("the source root to write to; without it the source is printed").build());
        spec.addOption(OptionSpec.builder("--version-number").paramLabel("VERSION").type(String.class)
                .description("yyyyMMddHHmmss; the present second when not given").build());
    }

    static int generate(Invocation invocation, boolean empty) {
        invocation.allowFormats("text", "json");
        String name = invocation.typed().matchedPositionalValue(0, "");
        GenerateRequest request = new GenerateRequest(name, empty,
                empty ? Set.of() : Set.copyOf(invocation.texts("--allow")),
                Timestamps.orNow(invocation.text("--version-number", "")), Optional.empty(),
                empty ? DiffRequest.standard() : SourceOptions.request(invocation))
                .withUnqualified(!empty && invocation.flag("--unqualified"));
        String backTo = empty ? null : invocation.text("--back-to");
        boolean sql = !empty && invocation.flag("--sql");
        boolean reverse = !empty && (invocation.flag("--reverse") || backTo != null);
        GenerateReport generated = new GenerateOperation(invocation.context())
                .run(reverse ? request.reversed(Optional.ofNullable(backTo)) : request);
        Path root = invocation.typed().matchedOptionValue("--output", (Path) null);
        if (root != null) {
            NewSources.write(generated, root, sql);
        }
        if (invocation.json()) {
            invocation.console().print(JsonRenderer.render(generated));
        } else if (root != null) {
            invocation.console().print(new TextRenderer(Palette.PLAIN).render(generated));
        } else {
            for (GeneratedMigration migration : generated.migrations()) {
                invocation.console().print(migration.source() + (sql ? migration.sql() : ""));
            }
        }
        return DirectCommand.OK;
    }
}
