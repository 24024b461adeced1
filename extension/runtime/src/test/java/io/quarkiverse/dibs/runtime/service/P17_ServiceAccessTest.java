package io.quarkiverse.dibs.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.runtime.Modules;
import io.quarkiverse.dibs.v1.CollectSchemaRequest;
import io.quarkiverse.dibs.v1.DibsGrpc;
import io.quarkiverse.dibs.v1.DiffRequest;
import io.quarkiverse.dibs.v1.OpenSessionRequest;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Who gets to the service of a db module, and who does not. */
class P17_ServiceAccessTest {

    private final Token token = Token.random();
    private final DibsServer server = DibsServer.start(Modules.module(null), null, Credentials.reusable(token),
            Infrastructure.getDefaultWorkerPool());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() throws Exception {
        new Socket("127.0.0.1", server.port()).close();
        List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress()).toList();
        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, server.port()).close()).as(other.toString())
                    .isInstanceOf(IOException.class);
        }
        System.out.println("P17_ServiceAccessTest: " + others.size() + " other addresses of this machine do not answer");
    }

    @Test
    void theTokenIs256RandomBitsAndPrintsAsNothing() {
        assertThat(token.secret()).matches("[0-9a-f]{64}").isNotEqualTo(Token.random().secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(token.matches(null)).isFalse();
        assertThat(token.matches(token.secret().substring(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Origin: http://localhost:8080", "Origin: null", "Host: rebound.example",
            "Content-Type: application/grpc-web" })
    void whatABrowserCouldSendIsRefused(String header) throws IOException {
        assertThat(statusLine("Host: 127.0.0.1:" + server.port(), header)).contains(" 403 ");
    }

    @Test
    void thereIsNoReflection() {
        assertThat(call("grpc.reflection.v1.ServerReflection/ServerReflectionInfo")).isNotEqualTo(Status.Code.OK);
    }

    @Test
    void aRequestOfMoreThanFourMegabytesIsRefused() {
        assertThatThrownBy(() -> client(token.secret()).diff(DiffRequest.newBuilder().setFrom("x".repeat(5 << 20)).build()))
                .isInstanceOfSatisfying(StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isNotIn(Status.Code.OK, Status.Code.FAILED_PRECONDITION,
                                Status.Code.INVALID_ARGUMENT));
    }

    @Test
    void withoutTheTokenNothingIsAnswered() {
        assertThatThrownBy(() -> client(Token.random().secret()).collectSchema(CollectSchemaRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        assertThat(client(token.secret()).collectSchema(CollectSchemaRequest.getDefaultInstance()).getTablesCount())
                .isEqualTo(1);
    }

    @Test
    void aTokenForOneUseOpensOneSessionAndDoesNothingElse() {
        Token once = Token.random();
        Credentials credentials = Credentials.singleUse(once);
        try (DibsServer other = DibsServer.start(Modules.module(null), null, credentials,
                Infrastructure.getDefaultWorkerPool())) {
            DibsGrpc.DibsBlockingStub withToken = client(other, once.secret());
            assertThatThrownBy(() -> withToken.collectSchema(CollectSchemaRequest.getDefaultInstance()))
                    .isInstanceOf(StatusRuntimeException.class).hasMessageContaining("UNAUTHENTICATED");
            String credential = withToken.openSession(OpenSessionRequest.getDefaultInstance()).getCredential();
            assertThat(credential).matches("[0-9a-f]{64}").isNotEqualTo(once.secret());
            assertThatThrownBy(() -> withToken.openSession(OpenSessionRequest.getDefaultInstance()))
                    .isInstanceOf(StatusRuntimeException.class).hasMessageContaining("UNAUTHENTICATED");
            for (String known : new String[] { credential, credentials.issue().secret() }) {
                assertThat(client(other, known).collectSchema(CollectSchemaRequest.getDefaultInstance()).getTablesCount())
                        .isEqualTo(1);
            }
        }
    }

    private DibsGrpc.DibsBlockingStub client(String secret) {
        return client(server, secret);
    }

    private static DibsGrpc.DibsBlockingStub client(DibsServer server, String secret) {
        Metadata metadata = new Metadata();
        metadata.put(Token.METADATA, secret);
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
        return DibsGrpc.newBlockingStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private Status.Code call(String method) {
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
        try {
            io.grpc.stub.ClientCalls.blockingUnaryCall(channel,
                    DibsGrpc.getVersionMethod().toBuilder().setFullMethodName(method).build(),
                    io.grpc.CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS),
                    io.quarkiverse.dibs.v1.VersionRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        } finally {
            channel.shutdownNow();
        }
    }

    /** A later header of the same name takes the place of an earlier one. */
    private String statusLine(String host, String header) throws IOException {
        String first = header.startsWith("Host:") ? "" : host + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port()); InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(("POST /dibs.v1.Dibs/Version HTTP/1.1\r\n" + first + header
                    + "\r\ngrpc-timeout: 10S\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().findFirst().orElse("");
        }
    }
}
