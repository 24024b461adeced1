package io.quarkiverse.dibs.cli.command;

import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.dibs.cli.Interruption;
import io.quarkiverse.dibs.cli.module.AttachedRun;
import io.quarkiverse.dibs.cli.module.ModuleSession;
import io.quarkiverse.dibs.cli.terminal.LiveEvents;
import io.quarkiverse.dibs.cli.terminal.LiveFleet;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.v1.Fleet;
import io.quarkiverse.dibs.v1.MigrateFleetRequest;
import io.quarkiverse.dibs.v1.MigrateRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dibs migrate}. An interruption asks the service to roll the running migration back, and waits until it has. */
@Command(name = "migrate", description = "Apply the pending migrations.")
final class MigrateCommand extends DibsSubcommand {

    /** Up to one, or only one. */
    static final class Selection {
        @Option(names = "--to", paramLabel = "VERSION", description = "apply none after this one")
        String to = "";

        @Option(names = "--only", paramLabel = "VERSION", description = "apply just this one")
        String only = "";
    }

    @ArgGroup
    private Selection selection = new Selection();

    @Option(names = "--dry-run", description = "roll everything back at the end")
    private boolean dryRun;

    @Mixin
    private HistoryOptions allowed;

    @Option(names = "--lock-wait", paramLabel = "SECONDS", converter = LockWait.class, description = "how long to wait for another run to end")
    private Duration lockWait;

    @Option(names = "--attach", description = "follow the run that an earlier dibs migrate began here and lost sight of")
    private boolean attach;

    @Mixin
    private FleetOptions.Changing many;

    @Override
    int run(Invocation invocation) {
        if (attach) {
            return follow(invocation);
        }
        Optional<Fleet> fleet = many.fleet();
        MigrateRequest.Builder request = MigrateRequest.newBuilder().setToVersion(selection.to).setOnlyVersion(selection.only)
                .setDryRun(dryRun)
                .setAllowOutOfOrder(allowed.outOfOrder)
                .setAllowMissing(fleet.isPresent() ? allowed.missing : allowed.missingIn(invocation));
        if (lockWait != null) {
            request.setLockWaitMillis(lockWait.toMillis()).setNoLockWait(lockWait.isZero());
        }
        if (fleet.isPresent()) {
            return run(invocation, MigrateFleetRequest.newBuilder().setFleet(fleet.get()).setRun(request).build());
        }
        ModuleSession module = invocation.announcedModule();
        LiveEvents events = new LiveEvents(invocation.terminal(), json(), options.showDetail,
                invocation.workspace().sources());
        Interruption.during(() -> {
            invocation.terminal().warn("interrupted: rolling back ...");
            module.cancel();
        }, () -> module.migrate(request.build(), events));
        if (!json() && events.summary() != null && events.summary().outcome() == MigrationEvent.Outcome.DONE
                && !events.summary().applied().isEmpty()) {
            invocation.terminal().hint("dibs check");
        }
        return status(events);
    }

    /** An interruption ends the watching, not the run. */
    private int follow(Invocation invocation) {
        LiveEvents events = new LiveEvents(invocation.terminal(), json(), options.showDetail,
                invocation.workspace().sources());
        try (AttachedRun run = AttachedRun.find(invocation.workspace().services(), invocation.workspace().devMode())) {
            Interruption.during(run::close, () -> {
                try {
                    run.follow(events);
                } catch (DibsException e) {
                    if (!Interruption.isRequested()) {
                        throw e;
                    }
                }
            });
        }
        if (events.summary() == null && Interruption.isRequested()) {
            invocation.terminal().warn("the run goes on without being watched; dibs migrate --attach follows it again");
            return Category.INTERRUPTED.exitStatus();
        }
        return status(events);
    }

    private int run(Invocation invocation, MigrateFleetRequest request) {
        ModuleSession module = many.module(invocation);
        LiveFleet events = new LiveFleet(invocation.terminal(), json(), options.showDetail, invocation.workspace().sources(),
                Optional.empty());
        Interruption.during(() -> {
            invocation.terminal().warn("interrupted: rolling back ...");
            module.cancel();
        }, () -> module.migrateFleet(request, events));
        return events.ended().exitStatus();
    }

    private static int status(LiveEvents events) {
        if (events.summary() == null) {
            throw new DibsException(Problem.of("DIBS-0808", Category.IN_DOUBT, "the run ended without saying how")
                    .remedy("See dibs status for what is applied."));
        }
        return switch (events.summary().outcome()) {
            case DONE, DRY_RUN -> OK;
            case CANCELLED -> Category.INTERRUPTED.exitStatus();
            case FAILED -> events.failed() == null ? Category.SQL.exitStatus()
                    : events.failed().problem().category().exitStatus();
        };
    }
}
