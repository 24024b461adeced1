package io.quarkiverse.dibs.runtime.devui;

import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.dibs.runtime.devmode.DevSession;
import io.quarkiverse.dibs.runtime.devmode.Doors;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends what a page of the Dev UI asks of an application that has stopped to the one that comes. Quarkus holds requests back
 * during a reload that a request began; dibs begins reloads while a page is only watched.
 */
public final class ReloadGate implements Handler<RoutingContext> {

    /** Temporary Redirect, RFC 9110, section 15.4.8: the same is asked again, at the same place. */
    private static final int ASK_AGAIN = 307;
    private static final int UNAVAILABLE = 503;
    /** Less than the patience of whoever follows redirects, and short enough where no application comes but a message. */
    private static final long MOST_HOLD_MILLIS = 2000;

    private final Doors doors = DevSession.current().doors();
    private final int start = doors.next();

    @Override
    public void handle(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.UPGRADE)) {
            connect(request);
        } else if (doors.enter(start)) {
            request.addEndHandler(ended -> doors.leave());
            request.next();
        } else {
            hold(request);
        }
    }

    /** A connection that stays is never within; whoever is refused one tries again by himself. */
    private void connect(RoutingContext request) {
        if (doors.enter(start)) {
            doors.leave();
            request.next();
        } else {
            request.response().setStatusCode(UNAVAILABLE).end();
        }
    }

    private void hold(RoutingContext request) {
        Context context = request.vertx().getOrCreateContext();
        AtomicBoolean over = new AtomicBoolean();
        Runnable release = () -> {
            if (over.compareAndSet(false, true)) {
                context.runOnContext(now -> askAgain(request));
            }
        };
        request.vertx().setTimer(MOST_HOLD_MILLIS, timer -> release.run());
        doors.await(start, release);
    }

    private static void askAgain(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(ASK_AGAIN).putHeader(HttpHeaders.LOCATION, request.request().uri())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
        }
    }
}
