package io.quarkiverse.dibs.postgres.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Memory;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/**
 * The work on the targets: workers first look at all histories, many schemas of a database at a time, and then do what there
 * is to do, one target after the other. Used once. Thread-safe.
 */
final class Fleet {

    /** Of one database in one query. More would leave workers without any. */
    private static final int MOST_TOGETHER = 32;

    private final Targets targets;
    private final int parallel;
    private final boolean failFast;
    private final Histories histories;
    private final KeptSessions sessions;
    private final TargetTask task;
    private final Deque<List<Target>> looks = new ArrayDeque<>();
    private final Deque<Begun> begun = new ArrayDeque<>();
    private final Map<String, Target> open = new LinkedHashMap<>();
    private final List<FleetRow> rows = new ArrayList<>();
    private final Object telling = new Object();
    private Consumer<? super FleetEvent> listener;
    private Throwable defect;
    private int looking;
    private boolean stopped;
    private boolean cancelled;

    Fleet(Targets targets, FleetRequest request, Histories histories, KeptSessions sessions, TargetTask task) {
        this.targets = targets;
        this.parallel = request.parallel();
        this.failFast = request.failFast();
        this.histories = histories;
        this.sessions = sessions;
        this.task = task;
        targets.here().forEach(target -> open.put(target.name(), target));
        looks.addAll(together(targets.here(), parallel));
    }

    /** What one worker asks in one query. */
    private static List<List<Target>> together(List<Target> all, int parallel) {
        Map<String, List<Target>> byDatabase = new LinkedHashMap<>();
        all.forEach(target -> byDatabase.computeIfAbsent(target.url(), first -> new ArrayList<>()).add(target));
        List<List<Target>> together = new ArrayList<>();
        for (List<Target> ofOne : byDatabase.values()) {
            int size = Math.min(MOST_TOGETHER, (ofOne.size() + parallel - 1) / parallel);
            for (int from = 0; from < ofOne.size(); from += size) {
                together.add(ofOne.subList(from, Math.min(ofOne.size(), from + size)));
            }
        }
        return together;
    }

    /** Returns when all targets are done with; events come one at a time, from several threads. */
    void run(Consumer<? super FleetEvent> events) {
        long begin = System.nanoTime();
        listener = events;
        tell(new FleetEvent.Began(targets.here().size(), targets.all(), parallel,
                targets.shard().map(Shard::toString).orElse("")));
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(parallel, targets.here().size()); i++) {
            Thread worker = new Thread(this::work, "dibs-fleet-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        workers.forEach(Fleet::join);
        sessions.close();
        requireSound();
        List.copyOf(open.values()).forEach(target -> ended(new FleetRow(target.name(), target.where(), FleetState.NOT_RUN,
                Optional.empty(), Optional.empty(), 0, 0, 0, List.of(), List.of())));
        tell(FleetEvent.Summary.of(outcome(), rows, (System.nanoTime() - begin) / 1_000_000));
    }

    private synchronized void requireSound() {
        if (defect != null) {
            throw new DibsException(Memory.problem(defect).orElseGet(() -> Problem.of("DIBS-0699", Category.INTERNAL,
                    "the work on the targets failed: " + defect)), defect);
        }
    }

    private Outcome outcome() {
        if (cancelled) {
            return Outcome.CANCELLED;
        }
        boolean failed = rows.stream()
                .anyMatch(row -> row.state() == FleetState.FAILED || row.state() == FleetState.UNREADABLE);
        return failed ? Outcome.FAILED : stopped ? Outcome.CANCELLED : task.success();
    }

    void cancel() {
        synchronized (this) {
            cancelled = true;
            stopped = true;
            notifyAll();
        }
        task.cancel();
    }

    void finish() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        task.finish();
    }

    private void work() {
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                defect = e;
                stopped = true;
                notifyAll();
            }
        }
    }

    /** Waits while others are looking, since what they see may be work. */
    private synchronized Runnable next() {
        while (!stopped) {
            List<Target> look = looks.poll();
            if (look != null) {
                looking++;
                return () -> look(look);
            }
            if (looking == 0) {
                Begun work = begun.poll();
                return work == null ? null : () -> ended(task.run(work.target, work.verdict, this::tell));
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private void look(List<Target> together) {
        try {
            read(together, sessions::take, true);
        } finally {
            synchronized (this) {
                looking--;
                notifyAll();
            }
        }
    }

    private void read(List<Target> together, Function<String, PgSession> connected, boolean again) {
        String url = together.get(0).url();
        List<Target> left = new ArrayList<>(together);
        PgSession session;
        try {
            session = connected.apply(url);
        } catch (RuntimeException e) {
            Problem problem = ServerErrors.exception("DIBS-0220", Category.CONNECTION, "", e, null).problem();
            left.forEach(target -> ended(unreadable(target, problem)));
            return;
        }
        try {
            long begin = System.nanoTime();
            histories.read(session, together, (target, verdict) -> {
                left.remove(target);
                seen(target, verdict, begin);
            }, (target, problem) -> {
                left.remove(target);
                ended(unreadable(target, problem));
            });
            sessions.keep(url, session);
        } catch (RuntimeException e) {
            sessions.discard(session);
            if (again) {
                read(left, sessions::fresh, false);
                return;
            }
            Problem problem = ServerErrors.problem("DIBS-0627", Category.SQL, "the history cannot be read: ", e, null);
            left.forEach(target -> ended(unreadable(target, problem)));
        }
    }

    private void seen(Target target, Verdict verdict, long begin) {
        Optional<FleetRow> row = task.seen(target, verdict, (System.nanoTime() - begin) / 1_000_000);
        if (row.isPresent()) {
            ended(row.get());
            return;
        }
        synchronized (this) {
            begun.add(new Begun(target, verdict));
        }
    }

    private FleetRow unreadable(Target target, Problem problem) {
        return new FleetRow(target.name(), target.where(), task.unreadable(), Optional.empty(), Optional.empty(), 0, 0, 0,
                List.of(problem), List.of());
    }

    private void ended(FleetRow row) {
        synchronized (this) {
            open.remove(row.target());
            rows.add(row);
            if (failFast && (row.state() == FleetState.FAILED || row.state() == FleetState.UNREADABLE)) {
                stopped = true;
                notifyAll();
            }
        }
        tell(new FleetEvent.Ended(row));
    }

    private void tell(FleetEvent event) {
        synchronized (telling) {
            listener.accept(event);
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A target that has to be run. */
    private record Begun(Target target, Verdict verdict) {
    }
}
