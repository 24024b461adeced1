package io.quarkiverse.dibs.cli.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code dibs completion}: {@code source <(dibs completion)} in bash or zsh. */
@Command(name = "completion", description = "Print the completion script for bash and zsh.")
final class CompletionCommand extends DibsSubcommand {

    @Override
    int run(Invocation invocation) {
        invocation.terminal().print(AutoComplete.bash("dibs", spec.root().commandLine()));
        return OK;
    }
}
