package io.quarkiverse.dibs.runtime.service;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkiverse.dibs.protocol.Token;
import io.quarkiverse.dibs.v1.DibsGrpc;

/**
 * Lets only calls pass that show a credential; {@code Version} needs none, so that a mismatch can be told, and
 * {@code OpenSession} takes the token. Thread-safe.
 */
final class TokenInterceptor implements ServerInterceptor {

    private static final String VERSION = DibsGrpc.getVersionMethod().getFullMethodName();
    private static final String OPEN_SESSION = DibsGrpc.getOpenSessionMethod().getFullMethodName();

    private final Credentials credentials;

    TokenInterceptor(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        String shown = headers.get(Token.METADATA);
        if (method.equals(VERSION)
                || (method.equals(OPEN_SESSION) ? credentials.exchange(shown) : credentials.admit(shown))) {
            return next.startCall(call, headers);
        }
        call.close(Status.UNAUTHENTICATED.withDescription("the token is missing or wrong"), new Metadata());
        return new ServerCall.Listener<>() {
        };
    }
}
