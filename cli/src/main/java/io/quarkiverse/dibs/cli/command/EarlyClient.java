package io.quarkiverse.dibs.cli.command;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.logging.JULLogDelegateFactory;
import io.vertx.mutiny.core.Vertx;

/**
 * What speaks to a server, begun on another core while the command line is still being read, together with the connections to
 * the databases it names: that takes as long. Begun only for a command that will need it.
 */
public final class EarlyClient {

    private static final Set<String> WITH_CLIENT = Set.of("diff", "plan", "apply");

    private static final Set<String> SOURCE = Set.of("--from", "--to");

    /**
     * Asked for with the first certificate. The log manager on the class path, which is that of db modules, then says through
     * it, to the user, that it is not the one at work. Held, since the JDK forgets the level of one that nobody holds.
     */
    private static final Logger OF_TLS = Logger.getLogger("jdk.event.security");

    private static CompletableFuture<Vertx> begun;

    private EarlyClient() {
    }

    /** To be called first of all. Returns at once. */
    public static void beginFor(String... arguments) {
        if (arguments.length > 0 && WITH_CLIENT.contains(arguments[0])) {
            begin(arguments);
        }
    }

    private static synchronized void begin(String... arguments) {
        CompletableFuture<Vertx> begun = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                Vertx vertx = client();
                sources(arguments).forEach(url -> PgSession.begin(vertx, url, PgSession.READING));
                begun.complete(vertx);
                CatalogReader.prepare();
            } catch (RuntimeException | Error e) {
                begun.completeExceptionally(e);
            }
        }, "dibs-client");
        thread.setDaemon(true);
        thread.start();
        EarlyClient.begun = begun;
    }

    /** The databases that the command line names as sources, each once. */
    private static Stream<String> sources(String... arguments) {
        return IntStream.range(0, arguments.length)
                .mapToObj(i -> i > 0 && SOURCE.contains(arguments[i - 1]) ? arguments[i]
                        : SOURCE.stream().filter(option -> arguments[i].startsWith(option + "=")).findFirst()
                                .map(option -> arguments[i].substring(option.length() + 1)).orElse(""))
                .filter(source -> source.startsWith("postgresql://") || source.startsWith("postgres://")).distinct();
    }

    /** The one of this process. {@link #end} closes it. */
    static synchronized Vertx get() {
        if (begun == null) {
            begun = CompletableFuture.completedFuture(client());
        }
        return begun.join();
    }

    /**
     * To be called last of all, since the JVM waits a third of a second for threads that listen to the network.
     */
    public static synchronized void end() {
        if (begun != null) {
            begun.join().closeAndAwait();
            begun = null;
        }
    }

    private static Vertx client() {
        // the log of the JDK is there sooner than the one that the libraries would find
        System.setProperty("vertx.logger-delegate-factory-class-name", JULLogDelegateFactory.class.getName());
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        OF_TLS.setLevel(Level.OFF);
        // there is no context here to hand on, and to look for one would read the configuration of a whole application
        Infrastructure.clearInterceptors();
        // nothing here is read through its file system, so it needs no folder for what it would unpack
        return Vertx.vertx(new VertxOptions().setFileSystemOptions(
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}
