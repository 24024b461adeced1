package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.text.FileReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dibs plan}: the steps between two sources as a file for {@code dibs apply}. A file that is there is replaced. */
@Command(name = "plan", description = "Write the steps from one source to another into a file, to be reviewed and applied later.")
final class PlanCommand extends DibsSubcommand {

    @Mixin
    private SourceOptions sources;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to write the plan, for example plan.json")
    private Path out;

    @Override
    int run(Invocation invocation) {
        PlanFile plan = plan(invocation);
        String text = PlanFileCodec.write(plan);
        write(text);
        if (json()) {
            invocation.terminal().print(text);
        } else {
            summary(invocation.terminal(), plan);
        }
        return OK;
    }

    private PlanFile plan(Invocation invocation) {
        Optional<Intent> intent = sources.needsEntities() ? invocation.builtIntent() : Optional.empty();
        return sources.needsEntities() && intent.isEmpty()
                ? invocation.module().planFile(sources.request(invocation.workspace().settings().schemas()))
                : DatabaseSources.planFile(invocation, sources, intent);
    }

    private void write(String text) {
        try {
            ReplacedFile.write(out, text);
        } catch (IOException e) {
            throw unwritable(FileReason.of(e));
        }
    }

    private DibsException unwritable(String why) {
        return CliProblem.usage("DIBS-0518", "the plan cannot be written to " + out + ": " + why,
                "Name a file in a folder that is there and writable: --out plan.json");
    }

    private void summary(Terminal terminal, PlanFile plan) {
        StringBuilder text = new StringBuilder(terminal.outPalette().created("+ ")).append(out).append(": from ")
                .append(plan.from()).append(" to ").append(plan.to()).append(" on Postgres ").append(plan.serverMajor())
                .append('\n');
        if (plan.isEmpty()) {
            terminal.print(text.append("nothing differs, so there is nothing to apply\n").toString());
            return;
        }
        text.append(count(plan.statementCount(), "statement")).append(" in ").append(count(plan.steps().size(), "step"))
                .append(", ").append(count(plan.segments().size(), "segment")).append('\n');
        plan.warnings().forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        if (!plan.consentNeeded().isEmpty()) {
            text.append(terminal.outPalette().danger("runs only with consent to: ")).append(plan.consentNeeded().stream()
                    .map(Hazard::writtenName).collect(Collectors.joining(", "))).append('\n');
        }
        terminal.print(text.append("look at it: dibs apply ").append(out).append(" --dry-run\napply it:   dibs apply ")
                .append(out).append('\n').toString());
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
