package io.quarkiverse.dibs.cli.module;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.protocol.FleetMapper;
import io.quarkiverse.dibs.protocol.Handshake;
import io.quarkiverse.dibs.protocol.HistoryMapper;
import io.quarkiverse.dibs.protocol.ProblemStatus;
import io.quarkiverse.dibs.protocol.ProtocolVersion;
import io.quarkiverse.dibs.protocol.ReportMapper;
import io.quarkiverse.dibs.protocol.Token;
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
import io.quarkiverse.dibs.v1.AttachRequest;
import io.quarkiverse.dibs.v1.BaselineRequest;
import io.quarkiverse.dibs.v1.CancelRequest;
import io.quarkiverse.dibs.v1.CheckRequest;
import io.quarkiverse.dibs.v1.CollectSchemaRequest;
import io.quarkiverse.dibs.v1.DibsGrpc;
import io.quarkiverse.dibs.v1.DibsGrpc.DibsBlockingStub;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.FleetStatusRequest;
import io.quarkiverse.dibs.v1.GenerateRequest;
import io.quarkiverse.dibs.v1.HistoryRequest;
import io.quarkiverse.dibs.v1.LockRequest;
import io.quarkiverse.dibs.v1.MigrateEvent;
import io.quarkiverse.dibs.v1.MigrateFleetRequest;
import io.quarkiverse.dibs.v1.MigrateRequest;
import io.quarkiverse.dibs.v1.OpenSessionRequest;
import io.quarkiverse.dibs.v1.RepairRequest;
import io.quarkiverse.dibs.v1.SqlRequest;
import io.quarkiverse.dibs.v1.StatusRequest;
import io.quarkiverse.dibs.v1.ValidateFleetRequest;
import io.quarkiverse.dibs.v1.ValidateRequest;

/**
 * The calls to a db module: token and deadline on each, failures as problems. Only {@link #cancel} may come from other threads.
 */
final class ServiceClient implements AutoCloseable {

    private static final long ANSWER_SECONDS = 120;
    private static final long MIGRATION_HOURS = 72;

    private final ManagedChannel channel;
    private final DibsBlockingStub stub;

    /**
     * Takes a credential for the token, which is good for nothing else.
     *
     * @throws DibsException DIBS-0801 when the other side speaks another protocol
     */
    static ServiceClient openSession(Handshake handshake, Token token) {
        ServiceClient client = new ServiceClient(handshake, token);
        try {
            String credential = client.stub.withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .openSession(OpenSessionRequest.getDefaultInstance()).getCredential();
            return new ServiceClient(client.channel, Token.of(credential));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                // a db module from before there were sessions
                return client;
            }
            client.close();
            throw failure(e);
        }
    }

    /**
     * @param token a credential that the other side knows
     * @throws DibsException DIBS-0801 when the other side speaks another protocol
     */
    ServiceClient(Handshake handshake, Token token) {
        this(channel(handshake), token);
    }

    private static ManagedChannel channel(Handshake handshake) {
        if (!ProtocolVersion.understands(handshake.protocolMajor())) {
            throw new DibsException(ProtocolVersion.mismatch(handshake.protocolMajor(), handshake.protocolMinor(),
                    handshake.dibsVersion()));
        }
        return ManagedChannelBuilder.forAddress("127.0.0.1", handshake.port()).usePlaintext()
                // what the module answers is as large as its schema is; the limit of 4 MB is one for requests
                .maxInboundMessageSize(Integer.MAX_VALUE).build();
    }

    private ServiceClient(ManagedChannel channel, Token token) {
        Metadata metadata = new Metadata();
        metadata.put(Token.METADATA, token.secret());
        this.channel = channel;
        this.stub = DibsGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    DiffReport diff(DiffRequest request) {
        return call(service -> ReportMapper.fromProto(service.diff(request)));
    }

    PlanReport plan(DiffRequest request) {
        return call(service -> ReportMapper.fromProto(service.plan(request)));
    }

    PlanFile planFile(DiffRequest request) {
        return PlanFileCodec.read(call(service -> service.planFile(request).getText()));
    }

    GenerateReport generate(GenerateRequest request) {
        return call(service -> ReportMapper.fromProto(service.generateMigration(request)));
    }

    StatusReport status() {
        return call(service -> ReportMapper.fromProto(service.migrationStatus(StatusRequest.getDefaultInstance())));
    }

    ValidateReport validate(ValidateRequest request) {
        return call(service -> HistoryMapper.fromProto(service.validate(request)));
    }

    RepairReport repair(RepairRequest request) {
        return call(service -> HistoryMapper.fromProto(service.repair(request)));
    }

    BaselineReport baseline(BaselineRequest request) {
        return call(service -> HistoryMapper.fromProto(service.baseline(request)));
    }

    LockReport lock(LockRequest request) {
        return call(service -> HistoryMapper.fromProto(service.lock(request)));
    }

    HistoryReport history() {
        return call(service -> HistoryMapper.fromProto(service.history(HistoryRequest.getDefaultInstance())));
    }

    CheckReport check(CheckRequest request) {
        return call(service -> ReportMapper.fromProto(service.check(request)));
    }

    SchemaReport schema(boolean provenance) {
        return call(service -> ReportMapper
                .fromProto(service.collectSchema(CollectSchemaRequest.newBuilder().setProvenance(provenance).build())));
    }

    PlanReport sql() {
        return call(service -> ReportMapper.fromProto(service.sql(SqlRequest.getDefaultInstance())));
    }

    /** Returns when the run has ended; events come on this thread, as they happen. */
    void migrate(MigrateRequest request, Consumer<MigrationEvent> events) {
        follow(stub -> stub.migrate(request), events);
    }

    /** The same of the run that the other side is at, from its beginning. */
    void attach(Consumer<MigrationEvent> events) {
        follow(stub -> stub.attach(AttachRequest.getDefaultInstance()), events);
    }

    private void follow(Function<DibsBlockingStub, Iterator<MigrateEvent>> call, Consumer<MigrationEvent> events) {
        try {
            Iterator<MigrateEvent> stream = call.apply(stub.withDeadlineAfter(MIGRATION_HOURS, TimeUnit.HOURS));
            while (stream.hasNext()) {
                ReportMapper.fromProto(stream.next()).ifPresent(events);
            }
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    /** The same for many targets. */
    void migrateFleet(MigrateFleetRequest request, Consumer<FleetEvent> events) {
        stream(() -> stub.withDeadlineAfter(MIGRATION_HOURS, TimeUnit.HOURS).migrateFleet(request), events);
    }

    void fleetStatus(FleetStatusRequest request, Consumer<FleetEvent> events) {
        stream(() -> stub.withDeadlineAfter(MIGRATION_HOURS, TimeUnit.HOURS).fleetStatus(request), events);
    }

    void validateFleet(ValidateFleetRequest request, Consumer<FleetEvent> events) {
        stream(() -> stub.withDeadlineAfter(MIGRATION_HOURS, TimeUnit.HOURS).validateFleet(request), events);
    }

    private static void stream(Supplier<Iterator<io.quarkiverse.dibs.v1.FleetEvent>> call, Consumer<FleetEvent> events) {
        try {
            Iterator<io.quarkiverse.dibs.v1.FleetEvent> stream = call.get();
            while (stream.hasNext()) {
                FleetMapper.fromProto(stream.next()).ifPresent(events);
            }
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    /** Asks the running migration to roll back. */
    void cancel() {
        stub.withDeadlineAfter(10, TimeUnit.SECONDS).cancel(CancelRequest.getDefaultInstance());
    }

    private <T> T call(Function<DibsBlockingStub, T> call) {
        try {
            return call.apply(stub.withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    private static DibsException failure(StatusRuntimeException e) {
        Problem problem = ProblemStatus.of(e).orElseGet(() -> unexpected(e.getStatus()));
        return new DibsException(problem, e);
    }

    private static Problem unexpected(Status status) {
        String said = status.getDescription() == null ? "" : ": " + status.getDescription();
        return switch (status.getCode()) {
            case DEADLINE_EXCEEDED -> Problem.of("DIBS-0803", Category.CONNECTION,
                    "the db module gave no answer within " + ANSWER_SECONDS + " seconds").remedy("Try again with --verbose.");
            case UNIMPLEMENTED -> Problem.of("DIBS-0805", Category.USAGE,
                    "the db module is built with an older dibs that cannot do this" + said)
                    .remedy("Update quarkus-dibs in the db module and build it again.");
            case UNAVAILABLE -> Problem.of("DIBS-0806", Category.CONNECTION, "the db module is gone" + said)
                    .remedy("Try again with --verbose.");
            case UNAUTHENTICATED, PERMISSION_DENIED -> Problem.of("DIBS-0807", Category.REFUSED,
                    "the db module refused the token" + said);
            default -> Problem.of("DIBS-0899", Category.INTERNAL, "the db module failed: " + status.getCode() + said)
                    .remedy("Try again with --verbose and report what it says.");
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
