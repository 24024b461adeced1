package io.quarkiverse.dibs.cli.command;

import java.time.Clock;

import io.quarkiverse.dibs.v1.GenerateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dibs generate}: an empty migration to write by hand. */
@Command(name = "generate", description = "Write an empty migration.")
final class GenerateCommand extends DibsSubcommand {

    @Parameters(paramLabel = "NAME", description = "what the migration does: backfill-names")
    private String name;

    @Option(names = "--edit", description = "open it in $VISUAL or $EDITOR")
    private boolean edit;

    @Override
    int run(Invocation invocation) {
        return GeneratedFiles.write(invocation.moduleWithoutDatabase().generate(GenerateRequest.newBuilder().setName(name)
                .setEmpty(true).setVersion(GeneratedFiles.version(Clock.systemUTC())).build()), invocation, json(),
                edit, false);
    }
}
