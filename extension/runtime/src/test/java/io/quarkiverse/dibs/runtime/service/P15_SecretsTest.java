package io.quarkiverse.dibs.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.runtime.Modules;
import io.quarkiverse.dibs.runtime.command.Console;
import io.quarkiverse.dibs.runtime.command.DirectCommands;
import io.quarkiverse.dibs.v1.CheckRequest;
import io.quarkiverse.dibs.v1.DibsGrpc;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.GenerateRequest;
import io.quarkiverse.dibs.v1.MigrateRequest;
import io.quarkiverse.dibs.v1.SqlRequest;
import io.quarkiverse.dibs.v1.StatusRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** A password that is known is looked for in everything that comes out of a db module: it must be nowhere. */
class P15_SecretsTest {

    private static final String CANARY = "canary-in-the-mine";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler ear = new Handler() {

        @Override
        public void publish(LogRecord message) {
            StringWriter text = new StringWriter().append(String.valueOf(message.getMessage()))
                    .append(java.util.Arrays.toString(message.getParameters()));
            if (message.getThrown() != null) {
                message.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            logged.add(text.toString());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };
    private int looked;

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    @AfterEach
    void endListening() {
        root.removeHandler(ear);
        root.setLevel(before);
        System.out.println("P15_SecretsTest: looked at " + looked + " outputs and " + logged.size() + " log records");
        assertThat(looked).isPositive();
    }

    /** The role's password is the canary, in a database whose own is another. */
    private static String urlWithCanary(String name) {
        String url = Modules.freshDatabase(name);
        try (io.quarkiverse.dibs.postgres.PgSession admin = io.quarkiverse.dibs.postgres.PgSession.open(Modules.VERTX, url,
                io.quarkiverse.dibs.postgres.PgSession.ONE_BY_ONE)) {
            admin.run("CREATE ROLE " + name + "_role LOGIN SUPERUSER PASSWORD '" + CANARY + "'");
        }
        return "postgresql://" + name + "_role:" + CANARY + "@" + url.substring(url.indexOf('@') + 1);
    }

    @Test
    void noCommandTellsIt() {
        String good = urlWithCanary("commands");
        String wrong = good.replace(CANARY, CANARY + "x");
        String nowhere = "postgresql://me:" + CANARY + "@127.0.0.1:1/none";
        String unreadable = "postgresql://me:" + CANARY + "@host:notaport/none";
        for (String url : new String[] { good, wrong, nowhere, unreadable }) {
            for (String[] command : new String[][] { { "status" }, { "diff" }, { "check" }, { "sql" }, { "schema" },
                    { "generate-from-diff", "--format", "json" }, { "migrate" }, { "migrate", "--format", "json" },
                    { "status", "--format", "json" } }) {
                run(url, List.of(new Leaking()), command);
            }
        }
    }

    @Test
    void noCallOverGrpcTellsItNorDoItsTrailers() {
        String good = urlWithCanary("calls");
        for (String url : new String[] { good, good.replace(CANARY, CANARY + "x"),
                "postgresql://me:" + CANARY + "@127.0.0.1:1/none" }) {
            Token token = Token.random();
            Module module = Modules.module(url, new ActiveRuns(), List.of(new Leaking()));
            ManagedChannel channel = null;
            try (DibsServer server = DibsServer.start(module, null, Credentials.reusable(token),
                    Infrastructure.getDefaultWorkerPool())) {
                channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
                Metadata metadata = new Metadata();
                metadata.put(Token.METADATA, token.secret());
                DibsGrpc.DibsBlockingStub client = DibsGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                        .withDeadlineAfter(60, TimeUnit.SECONDS);
                List<Consumer<DibsGrpc.DibsBlockingStub>> calls = List.of(
                        stub -> look(stub.migrationStatus(StatusRequest.getDefaultInstance())),
                        stub -> look(stub.diff(DiffRequest.getDefaultInstance())),
                        stub -> look(stub.diff(DiffRequest.newBuilder().setTo(good).build())),
                        stub -> look(stub.planFile(DiffRequest.newBuilder().setFrom("db").setTo(good).build())),
                        stub -> look(stub.sql(SqlRequest.getDefaultInstance())),
                        stub -> look(stub.check(CheckRequest.getDefaultInstance())),
                        stub -> look(stub.generateMigration(GenerateRequest.newBuilder().setName("x").build())),
                        stub -> stub.migrate(MigrateRequest.getDefaultInstance()).forEachRemaining(this::look));
                for (Consumer<DibsGrpc.DibsBlockingStub> call : calls) {
                    try {
                        call.accept(client);
                    } catch (StatusRuntimeException e) {
                        look(e.getStatus());
                        look(e.getMessage());
                        Metadata trailers = Status.trailersFromThrowable(e);
                        if (trailers != null) {
                            trailers.keys().forEach(key -> look(key.endsWith(Metadata.BINARY_HEADER_SUFFIX)
                                    ? new String(trailers.get(Metadata.Key.of(key, Metadata.BINARY_BYTE_MARSHALLER)),
                                            StandardCharsets.UTF_8)
                                    : trailers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER))));
                        }
                    }
                }
            } finally {
                if (channel != null) {
                    channel.shutdownNow();
                }
            }
        }
        lookAtLogs();
    }

    /** Says the password wherever a migration can. */
    private static final class Leaking extends Modules.CreateThings {

        @Override
        public Uni<?> invoke(MigrationContext db) {
            db.execute("CREATE ROLE leaking_" + System.nanoTime() + " PASSWORD '" + CANARY + "'");
            db.execute("SELECT dblink_connect('host=h password=" + CANARY + "')");
            return null;
        }
    }

    private void run(String url, List<io.quarkiverse.dibs.spi.MigrationInvoker> migrations, String... command) {
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        new DirectCommands(Modules.module(url, new ActiveRuns(), migrations), console).run(command);
        look(out.toString(StandardCharsets.UTF_8));
        look(err.toString(StandardCharsets.UTF_8));
        lookAtLogs();
    }

    private void look(Object output) {
        looked++;
        assertThat(String.valueOf(output)).doesNotContain(CANARY);
    }

    private void lookAtLogs() {
        synchronized (logged) {
            logged.forEach(text -> assertThat(text).doesNotContain(CANARY));
        }
    }
}
