package io.quarkiverse.dibs.runtime.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.fleet.FleetOperation;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.fleet.FleetRun;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.operation.BaselineOperation;
import io.quarkiverse.dibs.postgres.operation.CheckOperation;
import io.quarkiverse.dibs.postgres.operation.DiffOperation;
import io.quarkiverse.dibs.postgres.operation.GenerateOperation;
import io.quarkiverse.dibs.postgres.operation.HistoryOperation;
import io.quarkiverse.dibs.postgres.operation.LockOperation;
import io.quarkiverse.dibs.postgres.operation.MigrateOperation;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.postgres.operation.RepairOperation;
import io.quarkiverse.dibs.postgres.operation.SchemaOperation;
import io.quarkiverse.dibs.postgres.operation.SqlOperation;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.postgres.operation.ValidateOperation;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.protocol.FleetMapper;
import io.quarkiverse.dibs.protocol.HistoryMapper;
import io.quarkiverse.dibs.protocol.ProblemStatus;
import io.quarkiverse.dibs.protocol.ProtocolVersion;
import io.quarkiverse.dibs.protocol.ReportMapper;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.runtime.DibsVersion;
import io.quarkiverse.dibs.v1.AttachRequest;
import io.quarkiverse.dibs.v1.BaselineReply;
import io.quarkiverse.dibs.v1.BaselineRequest;
import io.quarkiverse.dibs.v1.CancelReply;
import io.quarkiverse.dibs.v1.CancelRequest;
import io.quarkiverse.dibs.v1.CheckReply;
import io.quarkiverse.dibs.v1.CheckRequest;
import io.quarkiverse.dibs.v1.CollectSchemaRequest;
import io.quarkiverse.dibs.v1.DibsGrpc;
import io.quarkiverse.dibs.v1.DiffReply;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.Fleet;
import io.quarkiverse.dibs.v1.FleetEvent;
import io.quarkiverse.dibs.v1.FleetStatusRequest;
import io.quarkiverse.dibs.v1.GenerateReply;
import io.quarkiverse.dibs.v1.GenerateRequest;
import io.quarkiverse.dibs.v1.HistoryReply;
import io.quarkiverse.dibs.v1.HistoryRequest;
import io.quarkiverse.dibs.v1.LockReply;
import io.quarkiverse.dibs.v1.LockRequest;
import io.quarkiverse.dibs.v1.MigrateEvent;
import io.quarkiverse.dibs.v1.MigrateFleetRequest;
import io.quarkiverse.dibs.v1.MigrateRequest;
import io.quarkiverse.dibs.v1.OpenSessionReply;
import io.quarkiverse.dibs.v1.OpenSessionRequest;
import io.quarkiverse.dibs.v1.PlanFileReply;
import io.quarkiverse.dibs.v1.PlanReply;
import io.quarkiverse.dibs.v1.RepairReply;
import io.quarkiverse.dibs.v1.RepairRequest;
import io.quarkiverse.dibs.v1.SchemaReply;
import io.quarkiverse.dibs.v1.SqlRequest;
import io.quarkiverse.dibs.v1.StatusReply;
import io.quarkiverse.dibs.v1.StatusRequest;
import io.quarkiverse.dibs.v1.ValidateFleetRequest;
import io.quarkiverse.dibs.v1.ValidateReply;
import io.quarkiverse.dibs.v1.ValidateRequest;
import io.quarkiverse.dibs.v1.VersionReply;
import io.quarkiverse.dibs.v1.VersionRequest;
import io.smallrye.mutiny.Multi;

/**
 * The operations over gRPC: requests in, reports out, failures as problems. Has no logic of its own and never blocks the event
 * loop. Thread-safe.
 */
final class DibsService extends DibsGrpc.DibsImplBase {

    private static final Logger LOG = Logger.getLogger(DibsService.class);

    private final Supplier<Module> module;
    private final Credentials credentials;
    private final Executor workers;
    private final String url;

    /**
     * @param module the one of the moment
     * @param url of the command line, or null
     */
    DibsService(Supplier<Module> module, String url, Credentials credentials, Executor workers) {
        this.module = module;
        this.credentials = credentials;
        this.url = url;
        this.workers = workers;
    }

    @Override
    public void version(VersionRequest request, StreamObserver<VersionReply> answer) {
        answer(answer, () -> VersionReply.newBuilder().setProtocolMajor(ProtocolVersion.MAJOR)
                .setProtocolMinor(ProtocolVersion.MINOR).setDibsVersion(DibsVersion.current())
                .setApplication(module.get().name())
                .build());
    }

    @Override
    public void openSession(OpenSessionRequest request, StreamObserver<OpenSessionReply> answer) {
        answer(answer, () -> OpenSessionReply.newBuilder().setCredential(credentials.issue().secret()).build());
    }

    @Override
    public void collectSchema(CollectSchemaRequest request, StreamObserver<SchemaReply> answer) {
        answer(answer, () -> {
            SchemaOperation schema = new SchemaOperation(context());
            return ReportMapper.toProto(request.getProvenance() ? schema.withProvenance() : schema.run());
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffReply> answer) {
        answer(answer, () -> ReportMapper.toProto(new DiffOperation(context()).run(diffRequest(request))));
    }

    @Override
    public void plan(DiffRequest request, StreamObserver<PlanReply> answer) {
        answer(answer, () -> ReportMapper.toProto(new PlanOperation(context()).run(diffRequest(request))));
    }

    @Override
    public void planFile(DiffRequest request, StreamObserver<PlanFileReply> answer) {
        answer(answer, () -> PlanFileReply.newBuilder().setText(PlanFileCodec
                .write(new PlanOperation(context()).file(diffRequest(request), DibsVersion.current()))).build());
    }

    @Override
    public void generateMigration(GenerateRequest request, StreamObserver<GenerateReply> answer) {
        answer(answer, () -> ReportMapper.toProto(new GenerateOperation(context())
                .run(generateRequest(request))));
    }

    @Override
    public void migrationStatus(StatusRequest request, StreamObserver<StatusReply> answer) {
        answer(answer, () -> ReportMapper.toProto(new StatusOperation(context()).run()));
    }

    @Override
    public void validate(ValidateRequest request, StreamObserver<ValidateReply> answer) {
        answer(answer, () -> HistoryMapper.toProto(new ValidateOperation(context())
                .run(module.get().historyRules(request.getAllowOutOfOrder(), request.getAllowMissing()))));
    }

    @Override
    public void repair(RepairRequest request, StreamObserver<RepairReply> answer) {
        answer(answer, () -> HistoryMapper.toProto(new RepairOperation(context()).run(
                new io.quarkiverse.dibs.postgres.operation.RepairRequest(Set.copyOf(request.getAppliedList()),
                        Set.copyOf(request.getPendingList()), Set.copyOf(request.getAgreedList())),
                module.get().runOptions())));
    }

    @Override
    public void baseline(BaselineRequest request, StreamObserver<BaselineReply> answer) {
        answer(answer, () -> HistoryMapper
                .toProto(new BaselineOperation(context()).run(request.getVersion(), module.get().runOptions())));
    }

    @Override
    public void lock(LockRequest request, StreamObserver<LockReply> answer) {
        answer(answer, () -> {
            LockOperation operation = new LockOperation(context());
            return HistoryMapper.toProto(request.hasReleasePid() ? operation.release(request.getReleasePid())
                    : operation.status());
        });
    }

    @Override
    public void history(HistoryRequest request, StreamObserver<HistoryReply> answer) {
        answer(answer, () -> HistoryMapper.toProto(new HistoryOperation(context()).run()));
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckReply> answer) {
        answer(answer, () -> ReportMapper
                .toProto(new CheckOperation(context()).run(diffRequest(request.getDiff()), request.getStrict())));
    }

    @Override
    public void sql(SqlRequest request, StreamObserver<PlanReply> answer) {
        answer(answer, () -> ReportMapper.toProto(new SqlOperation(context()).run()));
    }

    @Override
    public void cancel(CancelRequest request, StreamObserver<CancelReply> answer) {
        answer(answer, () -> CancelReply.newBuilder().setCancelled(module.get().runs().cancel()).build());
    }

    @Override
    public void migrate(MigrateRequest request, StreamObserver<MigrateEvent> answer) {
        ServerCallStreamObserver<MigrateEvent> stream = (ServerCallStreamObserver<MigrateEvent>) answer;
        workers.execute(() -> {
            try {
                module.get().runs().record(new MigrateOperation(context()).start(options(request))).follow(to(stream));
            } catch (RuntimeException e) {
                fail(stream, e);
            }
        });
    }

    @Override
    public void migrateFleet(MigrateFleetRequest request, StreamObserver<FleetEvent> answer) {
        stream(answer, () -> {
            FleetRun run = new FleetOperation(context()).migrate(fleet(request.getFleet()), options(request.getRun()));
            module.get().runs().add(run);
            return run.events();
        }, FleetMapper::toProto);
    }

    @Override
    public void fleetStatus(FleetStatusRequest request, StreamObserver<FleetEvent> answer) {
        stream(answer, () -> new FleetOperation(context()).status(fleet(request.getFleet())).events(), FleetMapper::toProto);
    }

    @Override
    public void validateFleet(ValidateFleetRequest request, StreamObserver<FleetEvent> answer) {
        stream(answer, () -> new FleetOperation(context()).validate(fleet(request.getFleet()),
                module.get().historyRules(request.getRules().getAllowOutOfOrder(), request.getRules().getAllowMissing()))
                .events(),
                FleetMapper::toProto);
    }

    private <E, M> void stream(StreamObserver<M> answer, Supplier<Multi<E>> operation, Function<E, M> message) {
        ServerCallStreamObserver<M> stream = (ServerCallStreamObserver<M>) answer;
        workers.execute(() -> {
            try {
                operation.get().subscribe().with(event -> send(stream, message.apply(event)),
                        failure -> fail(stream, failure), () -> complete(stream));
            } catch (RuntimeException e) {
                fail(stream, e);
            }
        });
    }

    @Override
    public void attach(AttachRequest request, StreamObserver<MigrateEvent> answer) {
        ServerCallStreamObserver<MigrateEvent> stream = (ServerCallStreamObserver<MigrateEvent>) answer;
        workers.execute(() -> module.get().runs().latest().ifPresentOrElse(run -> run.follow(to(stream)),
                () -> fail(stream, new DibsException(
                        Problem.of("DIBS-0706", Category.REFUSED, "this process has not begun to migrate")
                                .remedy("See dibs lock status for who is at work.")))));
    }

    /** A caller that has gone away misses the rest; the run goes on. */
    private static RunLog.Follower to(ServerCallStreamObserver<MigrateEvent> stream) {
        return new RunLog.Follower() {
            @Override
            public void event(MigrationEvent event) {
                send(stream, ReportMapper.toProto(event));
            }

            @Override
            public void end(Throwable failure) {
                if (failure == null) {
                    complete(stream);
                } else {
                    fail(stream, failure);
                }
            }
        };
    }

    private static FleetRequest fleet(Fleet fleet) {
        return new FleetRequest(given(fleet.hasFile(), fleet.getFile()), given(fleet.hasText(), fleet.getText()),
                given(fleet.hasQuery(), fleet.getQuery()),
                fleet.getParallel() == 0 ? FleetRequest.DEFAULT_PARALLEL : fleet.getParallel(),
                given(fleet.hasShard(), fleet.getShard()), fleet.getFailFast());
    }

    private static Optional<String> given(boolean present, String text) {
        return present ? Optional.of(text) : Optional.empty();
    }

    private OperationContext context() {
        return module.get().context().apply(url);
    }

    private RunOptions options(MigrateRequest request) {
        if (!request.getToVersion().isEmpty() && !request.getOnlyVersion().isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0702", Category.USAGE, "a run goes up to a version or applies only one")
                    .remedy("Give --to or --only, not both."));
        }
        RunOptions options = module.get().runOptions().withDryRun(request.getDryRun());
        if (!request.getToVersion().isEmpty()) {
            options = options.withTo(request.getToVersion());
        }
        HistoryRules rules = module.get().historyRules(request.getAllowOutOfOrder(), request.getAllowMissing());
        options = options.withOutOfOrder(rules.allowOutOfOrder()).withMissing(rules.allowMissing());
        if (!request.getOnlyVersion().isEmpty()) {
            options = options.withOnly(request.getOnlyVersion());
        }
        if (request.getNoLockWait()) {
            return options.withLockWait(Duration.ZERO);
        }
        return request.getLockWaitMillis() > 0 ? options.withLockWait(Duration.ofMillis(request.getLockWaitMillis()))
                : options;
    }

    private io.quarkiverse.dibs.postgres.operation.GenerateRequest generateRequest(GenerateRequest request) {
        io.quarkiverse.dibs.postgres.operation.GenerateRequest forward = new io.quarkiverse.dibs.postgres.operation.GenerateRequest(
                request.getName(), request.getEmpty(), Set.copyOf(request.getAllowList()),
                Timestamps.orNow(request.getVersion()), Optional.empty(), diffRequest(request.getDiff()))
                .withUnqualified(request.getUnqualified());
        return request.getReverse()
                ? forward.reversed(request.hasBackTo() ? Optional.of(request.getBackTo()) : Optional.empty())
                : forward;
    }

    private io.quarkiverse.dibs.postgres.operation.DiffRequest diffRequest(DiffRequest request) {
        return new io.quarkiverse.dibs.postgres.operation.DiffRequest(request.getFrom(), request.getTo(),
                List.copyOf(request.getRenamesList()), List.copyOf(request.getSchemasList()),
                Optional.of(request.getScratchUrl()).filter(text -> !text.isEmpty()).or(module.get().config()::scratchUrl))
                .withOnline(request.getOnline()).withUsing(List.copyOf(request.getUsingList()));
    }

    private <T> void answer(StreamObserver<T> observer, Supplier<T> operation) {
        workers.execute(() -> {
            try {
                T reply = operation.get();
                observer.onNext(reply);
                observer.onCompleted();
            } catch (RuntimeException e) {
                fail(observer, e);
            }
        });
    }

    /** A caller that has gone away misses the rest; the run goes on. */
    private static <M> void send(ServerCallStreamObserver<M> stream, M message) {
        if (!stream.isCancelled()) {
            stream.onNext(message);
        }
    }

    private static void complete(ServerCallStreamObserver<?> stream) {
        if (!stream.isCancelled()) {
            stream.onCompleted();
        }
    }

    private static void fail(StreamObserver<?> observer, Throwable failure) {
        if (observer instanceof ServerCallStreamObserver<?> stream && stream.isCancelled()) {
            return;
        }
        observer.onError(ProblemStatus.toException(problem(failure)));
    }

    static Problem problem(Throwable failure) {
        if (failure instanceof DibsException known) {
            return known.problem();
        }
        Optional<Problem> outside = ServerErrors.outside(failure);
        if (outside.isPresent()) {
            return outside.get();
        }
        LOG.error("An operation failed unexpectedly", failure);
        return Problem.of("DIBS-0799", Category.INTERNAL, "the db module failed: " + failure)
                .remedy("Report this with what the db module logged.");
    }
}
