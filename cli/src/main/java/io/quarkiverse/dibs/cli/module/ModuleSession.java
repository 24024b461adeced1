package io.quarkiverse.dibs.cli.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.protocol.Announcement;
import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.HistoryReport;
import io.quarkiverse.dibs.report.LockReport;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.RepairReport;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.ValidateReport;
import io.quarkiverse.dibs.v1.BaselineRequest;
import io.quarkiverse.dibs.v1.CheckRequest;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.FleetStatusRequest;
import io.quarkiverse.dibs.v1.GenerateRequest;
import io.quarkiverse.dibs.v1.LockRequest;
import io.quarkiverse.dibs.v1.MigrateFleetRequest;
import io.quarkiverse.dibs.v1.MigrateRequest;
import io.quarkiverse.dibs.v1.RepairRequest;
import io.quarkiverse.dibs.v1.ValidateFleetRequest;
import io.quarkiverse.dibs.v1.ValidateRequest;

/** A db module that was built if need be, spawned and greeted, and ends when this is closed; or one that dev mode serves. */
public final class ModuleSession implements AutoCloseable {

    private final Optional<ModuleProcess> process;
    private final ServiceClient client;

    private ModuleSession(Optional<ModuleProcess> process, ServiceClient client) {
        this.process = process;
        this.client = client;
    }

    /** The module's jar, built when its sources are newer. */
    public static Path artifact(Workspace workspace, Terminal terminal) {
        return new ModuleArtifact(workspace, terminal).upToDate();
    }

    /**
     * @param url the database, or empty when the module knows it or needs none
     * @param services where it announces itself, for {@link AttachedRun}; empty when nobody is to find it
     */
    public static ModuleSession open(Path artifact, Optional<String> url, Optional<Path> services, Terminal terminal,
            boolean verbose) {
        ModuleProcess process = new ModuleProcess(artifact, url, services, terminal, verbose);
        try {
            return new ModuleSession(Optional.of(process), ServiceClient.openSession(process.handshake(), process.token()));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Whether the module is still there. */
    public boolean isAlive() {
        return process.map(ModuleProcess::isAlive).orElse(true);
    }

    /** Ends the builds that other threads wait for, at the end of a command that has them in the background. */
    public static void endBuilds() {
        MavenBuild.endAll();
    }

    /**
     * The db module as an application in dev mode has it, which this leaves alone when it is closed.
     *
     * @param announced the folder in which dev mode announces itself
     * @return empty when none runs
     */
    public static Optional<ModuleSession> ofDevMode(Path announced, Terminal terminal) {
        try {
            return Announcement.in(announced).stream().findFirst().map(found -> {
                terminal.say(terminal.errPalette().faint("dev mode: " + found.handshake().application() + " (process "
                        + found.handshake().pid() + ")"));
                return new ModuleSession(Optional.empty(), new ServiceClient(found.handshake(), found.credential()));
            });
        } catch (IOException e) {
            terminal.say("dev mode is not asked: " + e);
            return Optional.empty();
        }
    }

    public DiffReport diff(DiffRequest request) {
        return explained(() -> client.diff(request));
    }

    public PlanReport plan(DiffRequest request) {
        return explained(() -> client.plan(request));
    }

    public PlanFile planFile(DiffRequest request) {
        return explained(() -> client.planFile(request));
    }

    public GenerateReport generate(GenerateRequest request) {
        return explained(() -> client.generate(request));
    }

    public StatusReport status() {
        return explained(client::status);
    }

    public ValidateReport validate(ValidateRequest request) {
        return explained(() -> client.validate(request));
    }

    public RepairReport repair(RepairRequest request) {
        return explained(() -> client.repair(request));
    }

    public BaselineReport baseline(BaselineRequest request) {
        return explained(() -> client.baseline(request));
    }

    public LockReport lock(LockRequest request) {
        return explained(() -> client.lock(request));
    }

    public HistoryReport history() {
        return explained(client::history);
    }

    public CheckReport check(CheckRequest request) {
        return explained(() -> client.check(request));
    }

    /**
     * @param provenance whether to ask the database which migrations made what
     */
    public SchemaReport schema(boolean provenance) {
        return explained(() -> client.schema(provenance));
    }

    public PlanReport sql() {
        return explained(client::sql);
    }

    /** Runs migrations; the events come on this thread as they happen. */
    public void migrate(MigrateRequest request, Consumer<MigrationEvent> events) {
        explained(() -> {
            client.migrate(request, events);
            return null;
        });
    }

    /** The same on many targets. */
    public void migrateFleet(MigrateFleetRequest request, Consumer<FleetEvent> events) {
        explained(() -> {
            client.migrateFleet(request, events);
            return null;
        });
    }

    /** How many targets stand; the events come on this thread. */
    public void fleetStatus(FleetStatusRequest request, Consumer<FleetEvent> events) {
        explained(() -> {
            client.fleetStatus(request, events);
            return null;
        });
    }

    /** Whether the histories of many targets fit the code; the events come on this thread. */
    public void validateFleet(ValidateFleetRequest request, Consumer<FleetEvent> events) {
        explained(() -> {
            client.validateFleet(request, events);
            return null;
        });
    }

    /** Asks the running migration to roll back; may be called from any thread. */
    public void cancel() {
        client.cancel();
    }

    /** A call that failed because the child died says what the child said. */
    private <T> T explained(Call<T> call) {
        try {
            return call.run();
        } catch (DibsException e) {
            Problem problem = e.problem();
            if (problem.code().equals("DIBS-0806")) {
                throw process.flatMap(ModuleProcess::ended).map(message -> new DibsException(
                        Problem.of(problem.code(), problem.category(), message)
                                .remedy("Run the command again; what a migration left under way is settled first."),
                        e)).orElse(e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        client.close();
        process.ifPresent(ModuleProcess::close);
    }

    private interface Call<T> {
        T run();
    }
}
