package io.quarkiverse.dibs.cli.command;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dibs example}: the example workspace as a workspace of one's own. */
@Command(name = "example", description = "Copy the example workspace into a new folder.")
final class ExampleCommand extends DibsSubcommand {

    @Parameters(paramLabel = "DIR", description = "a folder that is not there yet, or empty")
    private Path folder;

    @Override
    int run(Invocation invocation) {
        Path target = folder.toAbsolutePath().normalize();
        ExampleWorkspace.copyTo(target);
        invocation.terminal().print(target + "\n");
        invocation.terminal().say("next: cd there and run dibs diff");
        return OK;
    }
}
