package io.quarkiverse.dibs.cli.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.GenerateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dibs generate-from-diff}: the difference as migrations in Java. Refused while migrations are pending. */
@Command(name = "generate-from-diff", description = "Write the migrations that make the database what the entities say.")
final class GenerateFromDiffCommand extends DibsSubcommand {

    @Parameters(paramLabel = "NAME", description = "what the migration does: create-users")
    private String name;

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "treat these as renames: users.name=users.display_name")
    private List<String> renames = new ArrayList<>();

    @Option(names = "--using", paramLabel = "COLUMN=EXPRESSION", description = "how values get a new type: "
            + "users.age=age::text::integer")
    private List<String> using = new ArrayList<>();

    @Option(names = "--allow", paramLabel = "HAZARD", split = ",", description = "write steps with this hazard too: deletes-data")
    private List<String> allow = new ArrayList<>();

    @Option(names = "--online", paramLabel = "WHEN", defaultValue = "auto", description = "auto, always or never: take the forms "
            + "that keep nobody waiting, in several migrations; auto is on tables with rows")
    private String online;

    @Option(names = "--reverse", description = "write the way back of the change that was applied last")
    private boolean reverse;

    @Option(names = "--back-to", paramLabel = "VERSION", description = "write the way back of all after this version")
    private String backTo;

    @Option(names = "--edit", description = "open what was written in $VISUAL or $EDITOR")
    private boolean edit;

    @Option(names = "--sql", description = "write the same as plain SQL beside it, for review; it is never run")
    private boolean sql;

    @Option(names = "--unqualified", description = "write names of the default schema without it, for targets that are schemas")
    private boolean unqualified;

    @Override
    int run(Invocation invocation) {
        GenerateRequest.Builder request = GenerateRequest.newBuilder().setReverse(reverse || backTo != null);
        if (backTo != null) {
            request.setBackTo(backTo);
        }
        return GeneratedFiles.write(invocation.module().generate(request.setName(name).setUnqualified(unqualified)
                .addAllAllow(allow).setVersion(GeneratedFiles.version(Clock.systemUTC()))
                .setDiff(DiffRequest.newBuilder().addAllRenames(renames).addAllUsing(using).setOnline(online)
                        .addAllSchemas(invocation.workspace().settings().schemas()))
                .build()), invocation, json(), edit, sql);
    }
}
