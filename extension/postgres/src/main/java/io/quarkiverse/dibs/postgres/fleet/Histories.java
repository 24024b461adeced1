package io.quarkiverse.dibs.postgres.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads the histories of targets and compares each with the code; what is the same in many is compared once. Blocking;
 * thread-safe.
 */
final class Histories {

    private static final String THERE = """
            SELECT n.oid IS NOT NULL, (SELECT true FROM pg_catalog.pg_class c
                                       WHERE c.relnamespace = n.oid AND c.relname = $2 AND c.relkind = 'r')
            FROM unnest($1::text[]) WITH ORDINALITY AS w (name, i) LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = w.name
            ORDER BY w.i
            """;

    /** In place of a digest, where there is no history. */
    private static final String NONE = "";

    private final Collection<? extends MigrationInvoker> code;
    private final HistoryTables ofDatabase;
    private final Map<String, Verdict> judged = new ConcurrentHashMap<>();

    Histories(Collection<? extends MigrationInvoker> code, HistoryTables ofDatabase) {
        this.code = code;
        this.ofDatabase = ofDatabase;
    }

    /**
     * @param targets all in the database of the session
     * @param found told of each target that could be read, in their order
     * @param failed told of each one that could not
     * @throws RuntimeException the driver's, when the connection is lost
     */
    void read(PgSession session, List<Target> targets, BiConsumer<Target, Verdict> found, BiConsumer<Target, Problem> failed) {
        Map<Target, Optional<String>> digests;
        try {
            digests = digests(session, targets);
        } catch (RuntimeException e) {
            requireConnection(e);
            // most often one has no history yet
            readThose(session, targets, found, failed);
            return;
        }
        digests.forEach((target, digest) -> judge(session, target, digest, found, failed));
    }

    private void readThose(PgSession session, List<Target> targets, BiConsumer<Target, Verdict> found,
            BiConsumer<Target, Problem> failed) {
        List<Target> begun = new ArrayList<>();
        int i = 0;
        for (var row : session.run(THERE, Tuple.of(targets.stream().map(target -> target.tables(ofDatabase).schema())
                .toArray(String[]::new), HistoryTables.names().get(0)))) {
            Target target = targets.get(i++);
            if (row.getBoolean(1) != null) {
                begun.add(target);
            } else if (row.getBoolean(0) || target.schema().isEmpty()) {
                found.accept(target, judged.computeIfAbsent(NONE,
                        none -> Verdict.of(MigrationStates.of(code, List.of(), Optional.empty()))));
            } else {
                failed.accept(target, Problem.of("DIBS-0748", Category.USAGE,
                        "there is no schema \"" + target.schema().get() + "\" in " + session.target())
                        .remedy("Create it (CREATE SCHEMA), or take the target out of the list."));
            }
        }
        Map<Target, Optional<String>> digests = new LinkedHashMap<>();
        try {
            digests = begun.isEmpty() ? digests : digests(session, begun);
        } catch (RuntimeException e) {
            requireConnection(e);
            // one that may not be read hides the others
            begun.forEach(target -> judge(session, target, Optional.empty(), found, failed));
            return;
        }
        digests.forEach((target, digest) -> judge(session, target, digest, found, failed));
    }

    private Map<Target, Optional<String>> digests(PgSession session, List<Target> targets) {
        List<Optional<String>> digests = HistoryGlance.of(session.connection(),
                targets.stream().map(target -> target.tables(ofDatabase)).toList()).await().indefinitely();
        Map<Target, Optional<String>> byTarget = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            byTarget.put(targets.get(i), digests.get(i));
        }
        return byTarget;
    }

    private void judge(PgSession session, Target target, Optional<String> digest, BiConsumer<Target, Verdict> found,
            BiConsumer<Target, Problem> failed) {
        Verdict verdict = digest.map(judged::get).orElse(null);
        if (verdict == null) {
            try {
                verdict = digest.isPresent() ? judgeSettled(session, target)
                        : Verdict.of(StatusOperation.rows(session, code, target.tables(ofDatabase)));
            } catch (RuntimeException e) {
                requireConnection(e);
                failed.accept(target, ServerErrors.exception("DIBS-0627", Category.SQL, "the history cannot be read: ", e, null)
                        .problem());
                return;
            }
        }
        found.accept(target, verdict);
    }

    /** Somebody may have written since the digest was taken, so the verdict is kept for what was read. */
    private Verdict judgeSettled(PgSession session, Target target) {
        List<HistoryEntry> history = new MigrationHistory(target.tables(ofDatabase)).read(session.connection()).await()
                .indefinitely();
        Verdict verdict = Verdict.of(MigrationStates.of(code, history, Optional.empty()));
        if (history.stream().allMatch(entry -> entry.state().stands())) {
            judged.put(HistoryGlance.digest(history), verdict);
        }
        return verdict;
    }

    private static void requireConnection(RuntimeException e) {
        if (!(e instanceof DibsException) && ServerErrors.isConnectionLost(e)) {
            throw e;
        }
    }
}
