package io.quarkiverse.dibs.runtime.devmode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.ConnectionTarget;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.operation.CheckOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.MigrateOperation;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.MigrationRun;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.runtime.RunDefaults;
import io.quarkiverse.dibs.runtime.service.ActiveRuns;
import io.quarkiverse.dibs.runtime.service.RunLog;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/**
 * Dev mode over all reloads of the application: what was seen last, the run under way, and who wants to hear of it. One in a
 * process, in classes that no reload replaces, since it has to remember what a reload forgets. Thread-safe.
 */
public final class DevSession {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");
    /** A reload that takes longer has failed. */
    private static final Duration MOST_RELOAD = Duration.ofSeconds(60);
    /** What a start takes that begins while somebody asks. One that has failed begins again when the user says so. */
    private static final Duration MOST_RESTART = Duration.ofSeconds(3);
    private static final DevSession CURRENT = new DevSession();

    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> daemon(task, "dibs-dev"));
    private final BroadcastProcessor<DevState> states = BroadcastProcessor.create();
    private final ActiveRuns runs = new ActiveRuns() {
        @Override
        public RunLog record(MigrationRun run) {
            return watched(super.record(run));
        }
    };
    private final DevLog log = new DevLog();
    private final Doors doors = new Doors();
    private volatile Generation generation;
    private volatile int generations;
    /** The one whose classes are going, or gone: what fails in it says nothing about the database. */
    private volatile Generation ended;
    private volatile DevState state = DevState.UNKNOWN;
    private boolean serving;
    private String seen = "";

    private DevSession() {
    }

    public static DevSession current() {
        return CURRENT;
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A reload that changed neither entities nor migrations asks the database nothing. */
    synchronized void started(Generation next) {
        generation = next;
        generations++;
        doors.open();
        notifyAll();
        if (!serving) {
            serving = true;
            DevService.open(this, runs);
        }
        ConsoleBridge.register(this);
        change(now -> now.withSources(Optional.empty()));
        String fingerprint = next.fingerprint();
        boolean changed = !fingerprint.equals(seen);
        boolean known = state.check().isPresent() && !state.looking();
        seen = fingerprint;
        if ((changed || !known) && next.settings().sync() != DevSync.OFF) {
            look(true, changed);
        }
    }

    void stopping() {
        ended = generation;
        if (isExiting() && runs.cancel()) {
            LOG.warn("Rolling the running migration back.");
        }
        runs.awaitEnd();
        doors.close();
    }

    /** Those of the application, for what its pages ask. */
    public Doors doors() {
        return doors;
    }

    /** The JVM refuses hooks once it has begun to run them. */
    private static boolean isExiting() {
        Thread probe = new Thread(() -> {
        });
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException exiting) {
            return true;
        }
    }

    Generation generation() {
        return generation;
    }

    /** How often the application has started, so that a page knows what it asked of one that is gone. */
    public int generations() {
        return generations;
    }

    public DevSettings settings() {
        return generation.settings();
    }

    /** Those of the code as it is now. */
    public List<MigrationInvoker> migrations() {
        return run(generation.migrations()::all);
    }

    public OperationContext context() {
        return generation.context();
    }

    public DevState state() {
        return state;
    }

    /** What is seen now and whatever is seen later. */
    public Multi<DevState> states() {
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(this::state),
                states.onOverflow().dropPreviousItems());
    }

    private synchronized void change(UnaryOperator<DevState> next) {
        DevState changed = next.apply(state);
        if (!changed.equals(state)) {
            state = changed;
            states.onNext(changed);
        }
    }

    void sources(Optional<String> problem) {
        change(now -> now.withSources(problem));
    }

    /**
     * @throws DibsException DIBS-0911 while the sources do not become an application, so that what runs is from before;
     *         DIBS-0915 while none runs, since its start has failed
     */
    void requireSources() {
        state.sources().ifPresent(message -> {
            throw new DibsException(Problem.of("DIBS-0911", Category.BUILD,
                    "the sources do not become an application: " + message)
                    .remedy("Mend what the compiler says: dev mode takes the sources up again when they are saved."));
        });
        Generation now = generation;
        if (now == ended && !awaitNext(now, MOST_RESTART)) {
            throw new DibsException(Problem.of("DIBS-0915", Category.BUILD, "dev mode runs, but its application does not")
                    .remedy("Its terminal says why it did not start: mend that and press space there."));
        }
    }

    /** Looks at the database again, in the background. */
    public void look() {
        look(false, false);
    }

    private boolean isOver(Generation one) {
        return one != generation || one == ended;
    }

    private void look(boolean sync, boolean again) {
        Generation looked = generation;
        change(DevState::withLooking);
        background.execute(() -> withLoader(looked, () -> {
            lookNow(looked);
            if (isOver(looked)) {
                return null;
            }
            if (sync && state.check().isPresent() && looked.settings().sync() == DevSync.APPLY) {
                new DevApply(this, looked).run();
            }
            log.tell(state, looked, again);
            return null;
        }));
    }

    /** Blocking. A look that a reload has overtaken changes nothing: the application that comes looks itself. */
    DevState lookNow(Generation looked) {
        try {
            OperationContext context = looked.context();
            String database = context.url().map(url -> ConnectionTarget.of(url).toString()).orElse("");
            CheckReport check = new CheckOperation(context).run(DiffRequest.standard().withOnline(""), false);
            change(now -> now.seen(database, check));
        } catch (DibsException e) {
            if (!isOver(looked)) {
                change(now -> now.failed(e.problem()));
            }
        } catch (RuntimeException | LinkageError e) {
            if (isOver(looked)) {
                LOG.debug("a reload has overtaken a look at the database", e);
                return state;
            }
            Optional<Problem> outside = ServerErrors.outside(e);
            if (outside.isEmpty()) {
                LOG.error("dibs could not look at the database", e);
            }
            change(now -> now.failed(outside.orElseGet(() -> Problem.of("DIBS-0799", Category.INTERNAL, "dibs failed: " + e)
                    .remedy("Report this with what is logged."))));
        }
        return state;
    }

    /** What an operation says, run with the application's classes; once more when a reload took them away meanwhile. */
    public <T> T run(Supplier<T> operation) {
        Generation with = generation;
        try {
            return withLoader(with, operation);
        } catch (RuntimeException | LinkageError e) {
            if (!isOver(with) || !awaitNext(with, MOST_RELOAD)) {
                throw e;
            }
            LOG.debug("a reload has overtaken an operation, which begins again", e);
            return withLoader(generation, operation);
        }
    }

    /** @return whether there is an application again */
    private synchronized boolean awaitNext(Generation before, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toNanos(); generation == before && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return generation != before;
    }

    private static <T> T withLoader(Generation generation, Supplier<T> operation) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(generation.loader());
        try {
            return operation.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Begins to apply the pending migrations, or joins the run that is under way. */
    public synchronized RunLog migrate() {
        Optional<RunLog> latest = runs.latest();
        if (latest.isPresent() && !latest.get().isEnded()) {
            return latest.get();
        }
        Generation now = generation;
        return withLoader(now, () -> runs.record(new MigrateOperation(now.context())
                .start(RunDefaults.of(now.config(), now.version()))));
    }

    /** A run that a page or another terminal began shows on all pages. */
    private RunLog watched(RunLog run) {
        change(before -> before.withRunning(true));
        run.whenEnded(() -> {
            change(before -> before.withRunning(false));
            look();
        });
        return run;
    }

    /** The run that is under way or was the last. */
    public Optional<RunLog> latestRun() {
        return runs.latest();
    }

    /** Rolls back what is under way. */
    public boolean cancel() {
        return runs.cancel();
    }
}
