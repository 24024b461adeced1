package io.quarkiverse.dibs.runtime.command;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say what is compared. */
final class SourceOptions {

    private SourceOptions() {
    }

    static void addSources(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--from").paramLabel("SOURCE").type(String.class)
                .description("entities, db, a postgresql:// URL or file:PATH; db when not given").build());
        spec.addOption(OptionSpec.builder("--to").paramLabel("SOURCE").type(String.class)
                .description("the same; entities when not given").build());
        addComparison(spec);
    }

    static void addComparison(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--rename").paramLabel("OLD=NEW").type(List.class).auxiliaryTypes(String.class)
                .description("treat it as a rename: users.name=users.display_name").build());
        spec.addOption(OptionSpec.builder("--using").paramLabel("COLUMN=EXPRESSION").type(List.class)
                .auxiliaryTypes(String.class).description("how values get a new type: users.age=age::text::integer").build());
        spec.addOption(OptionSpec.builder("--schema").paramLabel("NAME").type(List.class).auxiliaryTypes(String.class)
                .description("compare only this schema").build());
        spec.addOption(OptionSpec.builder("--scratch-url").paramLabel("URL").type(String.class)
                .description("a server on which SQL may be tried out").build());
        spec.addOption(OptionSpec.builder("--online").paramLabel("WHEN").type(String.class)
                .description("auto, always or never: take the forms that keep nobody waiting; auto is on tables with rows")
                .build());
    }

    static DiffRequest request(Invocation invocation) {
        boolean sources = invocation.typed().commandSpec().optionsMap().containsKey("--from");
        return new DiffRequest(sources ? invocation.text("--from") : null, sources ? invocation.text("--to") : null,
                invocation.texts("--rename"), invocation.texts("--schema"),
                Optional.ofNullable(invocation.text("--scratch-url")).or(invocation.module().config()::scratchUrl))
                .withOnline(invocation.text("--online")).withUsing(invocation.texts("--using"));
    }
}
