package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.SqlRenderer;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code dibs schema}: what the entities say, with documentation and places in the source; of one table or column also which
 * migrations made it.
 */
@Command(name = "schema", description = "Show the schema that the entities describe.")
final class SchemaCommand extends DibsSubcommand {

    /** In which form. */
    static final class Form {
        @Option(names = "--plain", description = "names and types only")
        boolean plain;

        @Option(names = "--sql", description = "as SQL")
        boolean sql;

        @Option(names = "--json", description = "the same as --format json")
        boolean json;
    }

    @ArgGroup
    private Form form = new Form();

    @Parameters(arity = "0..1", paramLabel = "TABLE[.COLUMN]", description = "only this one")
    private String name;

    @Override
    int run(Invocation invocation) {
        if (form.sql) {
            if (name != null) {
                throw CliProblem.arguments("--sql shows the whole schema; it cannot be asked for one table");
            }
            invocation.terminal().print(SqlRenderer.render(invocation.moduleWithoutDatabase().sql().steps()));
            return OK;
        }
        boolean provenance = name != null && !form.plain;
        SchemaReport schema = (provenance ? invocation.moduleWithPresentDatabase() : invocation.moduleWithoutDatabase())
                .schema(provenance);
        if (name != null) {
            schema = schema.only(name).orElseThrow(() -> CliProblem.usage("DIBS-0907",
                    "the entities describe no table or column " + name, "See dibs schema --plain."));
        }
        if (json() || form.json) {
            invocation.terminal().print(JsonRenderer.render(schema));
        } else {
            invocation.terminal().show(
                    new TextRenderer(invocation.terminal().outPalette(), invocation.links()).render(schema, form.plain));
        }
        return OK;
    }
}
