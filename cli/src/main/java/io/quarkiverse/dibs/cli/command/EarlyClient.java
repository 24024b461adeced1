package io.quarkiverse.dibs.cli.command;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * What speaks to a server, begun on another core while the command line is still being read: it takes as long as that. Begun
 * only for a command that will need it.
 */
public final class EarlyClient {

    private static final Set<String> WITH_CLIENT = Set.of("diff", "plan", "apply");

    private static volatile CompletableFuture<Vertx> begun;

    private EarlyClient() {
    }

    /** To be called first of all. Returns at once. */
    public static void beginFor(String... arguments) {
        if (arguments.length > 0 && WITH_CLIENT.contains(arguments[0])) {
            begun = CompletableFuture.supplyAsync(EarlyClient::client, task -> {
                Thread thread = new Thread(task, "dibs-client");
                thread.setDaemon(true);
                thread.start();
            });
        }
    }

    /** Its caller closes it. */
    static Vertx take() {
        CompletableFuture<Vertx> early = begun;
        begun = null;
        return early == null ? Vertx.vertx() : early.join();
    }

    private static Vertx client() {
        Vertx vertx = Vertx.vertx();
        // the first deferred Uni of a process looks for context providers and reads configuration
        Uni.createFrom().deferred(() -> Uni.createFrom().item(vertx)).await().indefinitely();
        return vertx;
    }
}
