package io.quarkiverse.dibs.runtime.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.fleet.FleetOperation;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.fleet.FleetRun;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.operation.MigrateOperation;
import io.quarkiverse.dibs.postgres.run.MigrationRun;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.postgres.text.SourceExcerpt;
import io.quarkiverse.dibs.report.EventRenderer;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProgressLines;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code migrate}: applies what is pending and says so as it happens. A signal rolls the running migration back. */
final class MigrateCommand implements DirectCommand {

    /** Beyond it, seconds can no longer be told in milliseconds. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000;

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String description() {
        return "Apply the pending migrations.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--to").paramLabel("VERSION").type(String.class)
                .description("apply none after this one").build());
        spec.addOption(OptionSpec.builder("--only").paramLabel("VERSION").type(String.class)
                .description("apply just this one").build());
        spec.addOption(OptionSpec.builder("--dry-run").description("roll everything back at the end").build());
        HistoryOptions.add(spec);
        spec.addOption(OptionSpec.builder("--lock-wait").paramLabel("SECONDS").type(Long.class)
                .description("how long to wait for another run to end").build());
        FleetOptions.add(spec, true);
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        Optional<FleetRequest> fleet = FleetOptions.of(invocation);
        if (fleet.isPresent()) {
            FleetRun run = new FleetOperation(invocation.context()).migrate(fleet.get(), options(invocation));
            invocation.module().runs().add(run);
            return new FleetOutput(invocation).live(run).exitStatus();
        }
        MigrationRun run = new MigrateOperation(invocation.context()).start(options(invocation));
        invocation.module().runs().add(run);
        boolean detail = invocation.flag("--show-detail");
        EventRenderer text = new EventRenderer(Palette.PLAIN, detail);
        ProgressLines progressLines = new ProgressLines();
        AtomicReference<Category> failed = new AtomicReference<>(Category.SQL);
        AtomicReference<MigrationEvent.Outcome> outcome = new AtomicReference<>();
        run.events().subscribe().asStream().forEach(happened -> {
            MigrationEvent event = happened instanceof MigrationEvent.Failed failure
                    ? SourceExcerpt.of(failure, Path.of("src", "main", "java"))
                    : happened;
            if (invocation.json()) {
                invocation.console().print(JsonRenderer.line(event, detail) + "\n");
            } else if (!(event instanceof MigrationEvent.Progress progress) || progressLines.isWorthALine(progress)) {
                invocation.console().print(event.accept(text));
            }
            if (event instanceof MigrationEvent.Failed failure) {
                failed.set(failure.problem().category());
            } else if (event instanceof MigrationEvent.Summary summary) {
                outcome.set(summary.outcome());
            }
        });
        if (outcome.get() == null) {
            throw new DibsException(Problem.of("DIBS-0808", Category.IN_DOUBT, "the run ended without saying how")
                    .remedy("See status for what is applied."));
        }
        return switch (outcome.get()) {
            case DONE, DRY_RUN -> OK;
            case CANCELLED -> Category.INTERRUPTED.exitStatus();
            case FAILED -> failed.get().exitStatus();
        };
    }

    private static RunOptions options(Invocation invocation) {
        String to = invocation.text("--to");
        String only = invocation.text("--only");
        if (to != null && only != null) {
            throw new DibsException(Problem.of("DIBS-0702", Category.USAGE, "a run goes up to a version or applies only one")
                    .remedy("Give --to or --only, not both."));
        }
        RunOptions options = invocation.module().runOptions().withDryRun(invocation.flag("--dry-run"));
        options = to == null ? options : options.withTo(to);
        options = only == null ? options : options.withOnly(only);
        HistoryRules rules = HistoryOptions.rules(invocation);
        options = options.withOutOfOrder(rules.allowOutOfOrder()).withMissing(rules.allowMissing());
        Long wait = invocation.typed().matchedOptionValue("--lock-wait", (Long) null);
        if (wait != null && (wait < 0 || wait > MOST_SECONDS)) {
            throw new DibsException(Problem.of("DIBS-0702", Category.USAGE, "--lock-wait " + wait + " is no time to wait")
                    .remedy("Give a number of seconds, from 0."));
        }
        return wait == null ? options : options.withLockWait(Duration.ofSeconds(wait));
    }
}
