package io.quarkiverse.dibs.runtime.devmode;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.dev.spi.HotReplacementContext;

/**
 * Lets Quarkus look for changed sources while a page is open, as a request to the application would: whoever watches a page
 * makes no requests. Does nothing while nobody watches.
 */
public final class SourceWatch {

    private static final Logger LOG = Logger.getLogger(SourceWatch.class);
    /** What the compiler's messages are coloured with on a terminal. */
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final long PAUSE_MILLIS = 400;

    private static final AtomicInteger WATCHERS = new AtomicInteger();
    private static ScheduledExecutorService timer;
    private static boolean watched;

    private SourceWatch() {
    }

    /** Somebody watches from now on. */
    public static synchronized void begin() {
        WATCHERS.incrementAndGet();
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(task -> DevSession.daemon(task, "dibs-dev-sources"));
            timer.scheduleWithFixedDelay(SourceWatch::tick, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public static void end() {
        WATCHERS.decrementAndGet();
    }

    /** Whether anybody does. */
    public static boolean isOn() {
        return WATCHERS.get() > 0;
    }

    /** A timer never again runs what has thrown once: not even a class that a reload took away may end the watch. */
    private static void tick() {
        try {
            look();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("the sources could not be watched, which is tried again", e);
        }
    }

    /** Entities that the build refuses stop the application and with it every page, which comes back when they are mended. */
    private static void look() {
        HotReplacementContext context = DevConsoleManager.getHotReplacementContext();
        watched = WATCHERS.get() > 0 || watched && context != null && context.getDeploymentProblem() != null;
        if (watched) {
            scan(DevSession.current());
        }
    }

    /**
     * Looks now; returns when what changed is part of the application, or is known not to become that. Not while a migration
     * runs: a reload would wait for its end, and with it whoever wants to watch or to cancel it.
     */
    static void scan(DevSession session) {
        HotReplacementContext context = DevConsoleManager.getHotReplacementContext();
        if (context == null || session.state().running()) {
            return;
        }
        try {
            context.doScan(true);
        } catch (Exception e) {
            LOG.debug("the sources could not be looked at", e);
        }
        session.sources(Optional.ofNullable(context.getDeploymentProblem()).map(SourceWatch::message));
    }

    private static String message(Throwable problem) {
        String text = problem.getMessage();
        return text == null ? problem.toString() : COLOURS.matcher(text).replaceAll("").strip();
    }
}
