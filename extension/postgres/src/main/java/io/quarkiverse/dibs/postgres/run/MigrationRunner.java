package io.quarkiverse.dibs.postgres.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.mutiny.core.Vertx;

/**
 * Runs migrations on one database, each exactly once, under a lock that no two runners hold. Its promises are P1 to P8 of the
 * guarantees. Thread-safe; every run has a connection and a thread of its own.
 */
public final class MigrationRunner {

    private final Vertx vertx;
    private final String url;
    private final HistoryTables tables;
    private final Map<ObjectId, Source> sources;

    /**
     * @param url leads straight to the server, not to a pooler
     * @param sources where each object is declared, for the provenance tables
     */
    public MigrationRunner(Vertx vertx, String url, HistoryTables tables, Map<ObjectId, Source> sources) {
        this.vertx = vertx;
        this.url = url;
        this.tables = tables;
        this.sources = Map.copyOf(sources);
    }

    /** Begins a run and returns at once. */
    public MigrationRun start(Collection<? extends MigrationInvoker> migrations, RunOptions options) {
        List<MigrationInvoker> code = List.copyOf(migrations);
        Cancellation cancellation = new Cancellation(vertx);
        UnicastProcessor<MigrationEvent> events = UnicastProcessor.create();
        AtomicBoolean finishing = new AtomicBoolean();
        Serialized serialized = new Serialized(events);
        Consumer<MigrationEvent> told = event -> {
            serialized.accept(event);
            if (event instanceof MigrationEvent.Finished && finishing.get()) {
                cancellation.request();
            }
        };
        CompletableFuture<Void> ended = new CompletableFuture<>();
        // a plain thread: what makes virtual ones is not in the JDK that this is compiled for
        Thread thread = new Thread(() -> {
            try {
                run(code, options, Sessions.fresh(vertx, url), cancellation, told);
                events.onComplete();
            } catch (DibsException e) {
                events.onError(e);
            } catch (RuntimeException | Error e) {
                events.onError(new DibsException(Problem.of("DIBS-0699", Category.INTERNAL,
                        "the runner failed: " + e), e));
            } finally {
                ended.complete(null);
            }
        }, "dibs-migrate");
        thread.setDaemon(true);
        thread.start();
        return new MigrationRun(events, cancellation, finishing, ended);
    }

    /**
     * A run on the calling thread, which returns when nothing of it goes on any more.
     *
     * @param sessions where its connection comes from and goes back to
     * @param cancellation ends it when somebody asks for that
     * @param events told one at a time; the summary is the last
     * @throws DibsException when the run could not even begin
     */
    public void run(List<MigrationInvoker> code, RunOptions options, Sessions sessions, Cancellation cancellation,
            Consumer<MigrationEvent> events) {
        MigrationHistory.Run run = new MigrationHistory.Run(UUID.randomUUID(), dibsVersion(), options.applicationVersion());
        try (StatementWatch watch = new StatementWatch(vertx, url, events)) {
            new RunLoop(vertx, url, sessions, tables, code, options, RunContext.of(tables, sources, run, cancellation, watch),
                    watch::process).run();
        }
    }

    static String dibsVersion() {
        String version = MigrationRunner.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Events come from the thread of the run and from that of the client; a stream takes them one at a time. */
    private record Serialized(UnicastProcessor<MigrationEvent> events) implements Consumer<MigrationEvent> {

        @Override
        public void accept(MigrationEvent event) {
            synchronized (events) {
                events.onNext(event);
            }
        }
    }
}
