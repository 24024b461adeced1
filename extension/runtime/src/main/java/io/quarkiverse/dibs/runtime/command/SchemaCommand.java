package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.operation.SchemaOperation;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code schema}: what the entities say, with documentation and places in the source. Needs no database. */
final class SchemaCommand implements DirectCommand {

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String description() {
        return "Show the schema that the entities describe.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--plain").description("names and types only").build());
        spec.addOption(OptionSpec.builder("--sql").description("as SQL").build());
        spec.addOption(OptionSpec.builder("--json").description("the same as --format json").build());
    }

    @Override
    public int run(Invocation invocation) {
        if (invocation.flag("--sql")) {
            return new SqlCommand().run(invocation);
        }
        invocation.allowFormats("text", "json");
        SchemaReport schema = new SchemaOperation(invocation.context()).run();
        invocation.console().print(invocation.json() || invocation.flag("--json") ? JsonRenderer.render(schema)
                : new TextRenderer(Palette.PLAIN).render(schema, invocation.flag("--plain")));
        return OK;
    }
}
