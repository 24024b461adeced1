package io.quarkiverse.dibs.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.protocol.ProblemStatus;
import io.quarkiverse.dibs.protocol.ProtocolVersion;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.runtime.Modules;
import io.quarkiverse.dibs.v1.CollectSchemaRequest;
import io.quarkiverse.dibs.v1.DibsGrpc;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.MigrateEvent;
import io.quarkiverse.dibs.v1.MigrateRequest;
import io.quarkiverse.dibs.v1.Migration;
import io.quarkiverse.dibs.v1.StatusRequest;
import io.quarkiverse.dibs.v1.VersionRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

class DibsServerTest {

    private final Token token = Token.random();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private DibsGrpc.DibsBlockingStub client(String url, String shown) {
        return clientOf(Modules.module(url), shown);
    }

    private DibsGrpc.DibsBlockingStub clientOf(Module module, String shown) {
        DibsServer server = DibsServer.start(module, null, Credentials.reusable(token), Infrastructure.getDefaultWorkerPool());
        open.add(server);
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
        open.add(channel::shutdownNow);
        Metadata metadata = new Metadata();
        if (shown != null) {
            metadata.put(Token.METADATA, shown);
        }
        return DibsGrpc.newBlockingStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    @Test
    void theVersionIsToldWithoutAToken() {
        var reply = client(null, null).version(VersionRequest.getDefaultInstance());
        assertThat(reply.getProtocolMajor()).isEqualTo(ProtocolVersion.MAJOR);
        assertThat(reply.getApplication()).isEqualTo("things-db");
    }

    @Test
    void everyOtherCallWithoutTheTokenIsRefused() {
        for (String shown : new String[] { null, "", Token.random().secret() }) {
            assertThatThrownBy(() -> client(null, shown).collectSchema(CollectSchemaRequest.getDefaultInstance()))
                    .isInstanceOfSatisfying(StatusRuntimeException.class,
                            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        }
    }

    @Test
    void aCallThatCouldLastForEverIsRefused() {
        assertThatThrownBy(() -> client(null, token.secret()).withDeadline(null)
                .collectSchema(CollectSchemaRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(e.getStatus().getDescription()).isEqualTo("a call needs a deadline");
                });
    }

    @Test
    void theEntitiesAreToldWithoutADatabase() {
        assertThat(client(null, token.secret()).collectSchema(CollectSchemaRequest.getDefaultInstance()).getTablesList())
                .extracting(table -> table.getName()).containsExactly("things");
    }

    @Test
    void aFailureArrivesAsTheWholeProblem() {
        assertThatThrownBy(() -> client(null, token.secret()).migrationStatus(StatusRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(StatusRuntimeException.class,
                        e -> assertThat(ProblemStatus.of(e)).hasValueSatisfying(problem -> {
                            assertThat(problem.code()).isEqualTo("DIBS-0303");
                            assertThat(problem.remedy()).isPresent();
                        }));
    }

    @Test
    void migrationsStreamTheirEventsAndLeaveNothingToDo() {
        DibsGrpc.DibsBlockingStub client = client(Modules.freshDatabase("serve"), token.secret());
        List<MigrateEvent.EventCase> events = new ArrayList<>();
        client.migrate(MigrateRequest.getDefaultInstance()).forEachRemaining(event -> events.add(event.getEventCase()));
        assertThat(events).startsWith(MigrateEvent.EventCase.STARTED)
                .containsSubsequence(MigrateEvent.EventCase.STATEMENT, MigrateEvent.EventCase.FINISHED)
                .endsWith(MigrateEvent.EventCase.SUMMARY);
        assertThat(client.diff(DiffRequest.getDefaultInstance()).getChangesList()).isEmpty();
    }

    @Test
    void aRunWhoseCallerWentAwayEndsTheMigrationItIsAtAndBeginsNoOther() {
        ActiveRuns runs = new ActiveRuns();
        Modules.CreateThings first = new Modules.CreateThings() {
            @Override
            public Uni<?> invoke(MigrationContext db) {
                runs.abandon();
                return super.invoke(db);
            }
        };
        Modules.CreateThings second = new Modules.CreateThings() {
            @Override
            public String version() {
                return "2";
            }

            @Override
            public Uni<?> invoke(MigrationContext db) {
                db.execute("SELECT pg_sleep(60)");
                return null;
            }
        };
        DibsGrpc.DibsBlockingStub client = clientOf(
                Modules.module(Modules.freshDatabase("abandoned"), runs, List.of(first, second)), token.secret());
        client.migrate(MigrateRequest.getDefaultInstance()).forEachRemaining(event -> assertThat(event).isNotNull());
        runs.awaitEnd();
        assertThat(client.migrationStatus(StatusRequest.getDefaultInstance()).getMigrationsList())
                .extracting(migration -> migration.getVersion() + " " + (migration.getState() == Migration.State.APPLIED))
                .containsExactly("1 true", "2 false");
    }
}
