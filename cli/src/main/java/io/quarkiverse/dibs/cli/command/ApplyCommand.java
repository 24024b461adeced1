package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.Interruption;
import io.quarkiverse.dibs.cli.terminal.LiveEvents;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.operation.ApplyOperation;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.PlanRunner;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.ApplyRenderer;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.SqlRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dibs apply}: runs a plan file in this process. An interruption rolls the running segment back, and waits for it. */
@Command(name = "apply", description = "Apply a plan file to the database it was made for.")
final class ApplyCommand extends DibsSubcommand {

    @Parameters(paramLabel = "FILE", description = "what dibs plan --out wrote")
    private Path file;

    @Option(names = "--allow", paramLabel = "HAZARD", split = ",", description = "run steps with this hazard: deletes-data")
    private List<String> allow = new ArrayList<>();

    @Option(names = "--dry-run", description = "print what would run, and change nothing")
    private boolean dryRun;

    @Option(names = "--lock-wait", paramLabel = "SECONDS", converter = LockWait.class, description = "how long to wait for another run to end")
    private Duration lockWait;

    @Override
    int run(Invocation invocation) {
        String text = read();
        // whatever is wrong with the file is told before a database is looked for
        PlanFile plan = PlanFileCodec.read(text);
        Optional<String> url = invocation.databaseUrl();
        if (url.isEmpty()) {
            throw CliProblem.usage("DIBS-0905", "only the db module's own configuration names the database",
                    "Give --database-url or set DATABASE_URL: a plan is applied by this command itself.");
        }
        Terminal terminal = invocation.terminal();
        LiveEvents events = new LiveEvents(terminal, json(), options.showDetail);
        PlanRunner runner = new ApplyOperation(OperationContext.withoutModule(EarlyClient.get(), url)).prepare(text, allow,
                lockWait == null ? RunOptions.DEFAULT_LOCK_WAIT : lockWait, events);
        ApplyReport report = dryRun ? runner.dryRun() : apply(runner, terminal);
        if (dryRun && !json()) {
            terminal.print(SqlRenderer.render(plan.steps()));
            if (!plan.consentNeeded().isEmpty()) {
                terminal.warn("it runs only with --allow " + plan.consentNeeded().stream().map(Hazard::writtenName)
                        .collect(Collectors.joining(",")));
            }
        }
        show(terminal, report);
        return status(report);
    }

    private static ApplyReport apply(PlanRunner runner, Terminal terminal) {
        AtomicReference<ApplyReport> report = new AtomicReference<>();
        Interruption.during(() -> {
            terminal.warn("interrupted: rolling back ...");
            runner.cancel();
        }, () -> report.set(runner.apply()));
        return report.get();
    }

    private void show(Terminal terminal, ApplyReport report) {
        if (json()) {
            terminal.print(JsonRenderer.line(report, options.showDetail) + "\n");
        } else if (dryRun) {
            terminal.warn(new ApplyRenderer(terminal.errPalette(), options.showDetail).render(report).stripTrailing());
        } else {
            terminal.show(new ApplyRenderer(terminal.outPalette(), options.showDetail).render(report));
        }
    }

    private static int status(ApplyReport report) {
        return switch (report.outcome()) {
            case DONE, DRY_RUN -> OK;
            case CANCELLED -> Category.INTERRUPTED.exitStatus();
            case FAILED -> report.problem().map(Problem::category).orElse(Category.SQL).exitStatus();
        };
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw CliProblem.usage("DIBS-0511", "this is not a plan file of dibs: " + file + " is not UTF-8",
                    "Make one: dibs plan --out FILE");
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0518", "the plan " + file + " cannot be read: "
                    + (Files.isDirectory(file) ? "it is a folder"
                            : Files.exists(file) ? "permission denied" : "it is not there"),
                    "Make one: dibs plan --out FILE");
        }
    }
}
