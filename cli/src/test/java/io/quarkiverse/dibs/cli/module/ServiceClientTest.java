package io.quarkiverse.dibs.cli.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.junit.jupiter.api.Test;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.dibs.protocol.Handshake;
import io.quarkiverse.dibs.protocol.ProtocolVersion;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.v1.DibsGrpc;
import io.quarkiverse.dibs.v1.StatusReply;
import io.quarkiverse.dibs.v1.StatusRequest;

class ServiceClientTest {

    /** By default gRPC takes 4 MB. */
    @Test
    void anAnswerMayBeAsLargeAsASchemaIs() throws Exception {
        String large = "x".repeat(20_000_000);
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new DibsGrpc.DibsImplBase() {

                    @Override
                    public void migrationStatus(StatusRequest request, StreamObserver<StatusReply> observer) {
                        observer.onNext(StatusReply.newBuilder().setDatabase(large).build());
                        observer.onCompleted();
                    }
                }).build().start();
        Handshake handshake = new Handshake(server.getPort(), ProtocolVersion.MAJOR, ProtocolVersion.MINOR, "any", "any", 1);
        try (ServiceClient client = new ServiceClient(handshake, Token.random())) {
            assertThat(client.status().database()).isEqualTo(large);
        } finally {
            server.shutdownNow();
        }
    }
}
