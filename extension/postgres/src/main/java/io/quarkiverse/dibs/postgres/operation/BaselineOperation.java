package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.history.Versions;
import io.quarkiverse.dibs.postgres.run.LockedHistory;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Begins the history of a database that has what the migrations up to a version do: each of them counts as applied, and so does
 * the version itself. Repeatable ones do not: they are run. Runs nothing itself.
 */
public final class BaselineOperation {

    private static final String NAME = "Baseline";

    private final OperationContext context;

    public BaselineOperation(OperationContext context) {
        this.context = context;
    }

    /**
     * @throws DibsException DIBS-0664 when there is a history already, DIBS-0666 when the version is no number
     */
    public BaselineReport run(String version, RunOptions options) {
        return run(version, Map.of(), options);
    }

    /**
     * @param written name by version of migrations that no code has yet, since they have only just been written
     * @throws DibsException as above
     */
    public BaselineReport run(String version, Map<String, String> written, RunOptions options) {
        if (!version.matches("[0-9]+")) {
            throw new DibsException(Problem.of("DIBS-0666", Category.USAGE, "a version is a number, not " + version)
                    .remedy("For example: dibs baseline 20260124120000"));
        }
        String last = Versions.withoutLeadingZeros(version);
        SortedMap<String, MigrationInvoker> code = MigrationStates.byVersion(context.migrations());
        SortedMap<String, MigrationInvoker> marked = new TreeMap<>(Versions.ORDER);
        code.forEach((known, migration) -> {
            if (Versions.ORDER.compare(known, last) <= 0) {
                marked.put(known, migration);
            }
        });
        List<String> names = new ArrayList<>(marked.values().stream().map(m -> m.version() + " " + m.name()).toList());
        SortedMap<String, String> named = new TreeMap<>(Versions.ORDER);
        written.forEach((known, name) -> named.put(Versions.withoutLeadingZeros(known), name));
        named.putIfAbsent(last, NAME);
        named.keySet().removeAll(marked.keySet());
        named.forEach((known, name) -> names.add(known + " " + name));
        try (LockedHistory locked = LockedHistory.open(context.vertx(), context.requireUrl(), context.history(), options)) {
            requireEmpty(locked);
            locked.inTransaction(() -> write(locked, marked, named));
            return new BaselineReport(locked.session().target().toString(), last, names);
        }
    }

    private static void requireEmpty(LockedHistory locked) {
        int rows = locked.history().read(locked.session().connection()).await().indefinitely().size();
        if (rows > 0) {
            throw new DibsException(Problem.of("DIBS-0664", Category.REFUSED, "this database has a history already: " + rows
                    + (rows == 1 ? " migration" : " migrations"))
                    .remedy("A baseline begins a history. See dibs status; dibs migrate applies what is pending."));
        }
    }

    private static void write(LockedHistory locked, SortedMap<String, MigrationInvoker> marked,
            SortedMap<String, String> named) {
        MigrationHistory history = locked.history();
        SqlConnection connection = locked.session().connection();
        marked.values().forEach(migration -> history.baseline(connection, migration.version(), migration.name(),
                migration.checksum(), migration.transactional(), locked.run()).await().indefinitely());
        named.forEach((version, name) -> history.baseline(connection, version, name, "", true, locked.run()).await()
                .indefinitely());
    }
}
