package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.operation.SchemaOperation;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code schema}: what the entities say, with documentation and places in the source. Of one table or column also which
 * migrations made it; the rest needs no database.
 */
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
        spec.addPositional(
                PositionalParamSpec.builder().index("0").arity("0..1").paramLabel("TABLE[.COLUMN]").type(String.class)
                        .description("only this one, with the migrations that made it").build());
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
        String only = invocation.typed().matchedPositionalValue(0, (String) null);
        SchemaOperation operation = new SchemaOperation(invocation.context());
        SchemaReport schema = only == null || invocation.flag("--plain") ? operation.run() : operation.withProvenance();
        if (only != null) {
            schema = schema.only(only).orElseThrow(() -> new DibsException(Problem.of("DIBS-0907", Category.USAGE,
                    "the entities describe no table or column " + only).remedy("See schema --plain.")));
        }
        invocation.console().print(invocation.json() || invocation.flag("--json") ? JsonRenderer.render(schema)
                : new TextRenderer(Palette.PLAIN).render(schema, invocation.flag("--plain")));
        return OK;
    }
}
