package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;

/** Where a run gets its connection from, and where that goes when the run has ended. Blocking. */
public interface Sessions {

    /**
     * A session that nobody else uses, with the settings it was opened with.
     *
     * @throws DibsException DIBS-02xx when there is none
     */
    PgSession take();

    /** The end of its use, in whatever state the run has left it. */
    void give(PgSession session);

    /** A new connection each time, closed at the end. */
    static Sessions fresh(Vertx vertx, String url) {
        return new Sessions() {

            @Override
            public PgSession take() {
                return PgSession.open(vertx, url, PgSession.ONE_BY_ONE);
            }

            @Override
            public void give(PgSession session) {
                close(session);
            }
        };
    }

    /** Closes it; one that gets no answer any more cannot be closed in order. */
    static void close(PgSession session) {
        session.connection().close().ifNoItem().after(Duration.ofSeconds(1)).fail().onFailure().recoverWithNull().await()
                .indefinitely();
    }
}
