package io.quarkiverse.dibs.runtime.service;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.v1.DibsGrpc;

/** Lets only calls pass that show the token; {@code Version} needs none, so that a mismatch can be told. Thread-safe. */
final class TokenInterceptor implements ServerInterceptor {

    private final Token token;

    TokenInterceptor(Token token) {
        this.token = token;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        boolean open = call.getMethodDescriptor().getFullMethodName().equals(DibsGrpc.getVersionMethod().getFullMethodName());
        if (open || token.matches(headers.get(Token.METADATA))) {
            return next.startCall(call, headers);
        }
        call.close(Status.UNAUTHENTICATED.withDescription("the token is missing or wrong"), new Metadata());
        return new ServerCall.Listener<>() {
        };
    }
}
