package io.quarkiverse.dibs.runtime.service;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.grpc.server.GrpcServerOptions;
import io.vertx.grpcio.server.GrpcIoServer;
import io.vertx.grpcio.server.GrpcIoServiceBridge;
import io.vertx.mutiny.core.Vertx;

/**
 * The gRPC server of a db module: on the loopback address only, on a port of the system's choice, without reflection. It is not
 * Quarkus' own server, so that an application that does not serve opens nothing.
 */
public final class DibsServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    /** The header of a deadline (gRPC over HTTP2, requests). */
    private static final String TIMEOUT = "grpc-timeout";
    private static final long MAX_REQUEST = 4L * 1024 * 1024;

    private final HttpServer server;

    private DibsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens when it returns.
     *
     * @param url of the command line, or null
     */
    public static DibsServer start(Module module, String url, Credentials credentials, Executor workers) {
        return start(() -> module, module.vertx(), url, credentials, workers);
    }

    /**
     * The same of a module that others follow while the server runs.
     *
     * @param module the one of the moment
     */
    public static DibsServer start(Supplier<Module> module, Vertx vertx, String url, Credentials credentials,
            Executor workers) {
        GrpcIoServer grpc = GrpcIoServer.server(vertx.getDelegate(), new GrpcServerOptions().setMaxMessageSize(MAX_REQUEST));
        GrpcIoServiceBridge.bridge(ServerInterceptors.intercept(new DibsService(module, url, credentials, workers),
                new TokenInterceptor(credentials))).bind(grpc);
        HttpServer server = vertx.getDelegate().createHttpServer(new HttpServerOptions().setHost(LOOPBACK).setPort(0))
                .requestHandler(request -> answer(request, grpc));
        return new DibsServer(server.listen().toCompletionStage().toCompletableFuture().join());
    }

    /**
     * A call without an end could hold a connection and its locks for ever, so it is refused. So is what a page in a browser
     * could send: its requests carry an origin, or, after a trick with names, the name of another host.
     */
    private static void answer(HttpServerRequest request, GrpcIoServer grpc) {
        if (request.getHeader("origin") != null || !isLoopback(request)
                || String.valueOf(request.getHeader("content-type")).startsWith("application/grpc-web")) {
            request.response().setStatusCode(403).end();
        } else if (request.getHeader(TIMEOUT) == null) {
            request.response().putHeader("content-type", "application/grpc")
                    .putHeader("grpc-status", String.valueOf(Status.Code.INVALID_ARGUMENT.value()))
                    .putHeader("grpc-message", "a call needs a deadline").end();
        } else {
            grpc.handle(request);
        }
    }

    private static boolean isLoopback(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().host();
        return host.equals(LOOPBACK) || host.equals("localhost");
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
