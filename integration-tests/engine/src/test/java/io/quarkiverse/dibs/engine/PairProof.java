package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.planfile.SchemaPrint;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Proves a pair on a real server: the plan runs, nothing differs afterwards by our own reading nor by Postgres' own printing, a
 * second plan is empty, and the rows of what stays are still there. Both directions, each on a database of its own.
 */
final class PairProof {

    private final int major;
    private final boolean withDump;
    private final DiffOptions options;
    private final Online online;

    PairProof(int major, boolean withDump) {
        this(major, withDump, Online.NEVER);
    }

    /** @param online in which form the plans are written; the end has to be the same */
    PairProof(int major, boolean withDump, Online online) {
        this.online = online;
        this.major = major;
        this.withDump = withDump;
        this.options = DiffOptions.complete().withServerMajor(major);
    }

    /** The proof forwards and the proof backwards. */
    List<Proof> prove(Pair pair) {
        DatabasePool pool = DatabasePool.of(major);
        try (DatabasePool.Database from = pool.take();
                DatabasePool.Database to = pool.take()) {
            load(from, pair.from(), pair.seed());
            load(to, pair.to(), pair.seedTo());
            Side before = new Side(read(from.session()), Oracle.of(from, withDump));
            Side after = new Side(read(to.session()), Oracle.of(to, withDump));
            // under a new name rows are looked for by the queries of the case
            boolean byName = DeclaredRenames.of(pair).isEmpty();
            Rows keptForward = byName ? Rows.keptBetween(from.session(), to.session()) : Rows.NONE;
            Rows keptBackward = byName ? Rows.keptBetween(to.session(), from.session()) : Rows.NONE;
            return List.of(prove(pair, true, from, before, after, keptForward),
                    prove(pair, false, to, after, before, keptBackward));
        }
    }

    private record Side(Schema schema, Oracle oracle) {
    }

    private Proof prove(Pair pair, boolean forward, DatabasePool.Database database, Side from, Side to, Rows kept) {
        List<String> failures = new ArrayList<>();
        Plan plan = null;
        String rejection = null;
        List<Intent.Rename> declared = List.of();
        try {
            DeclaredRenames renames = DeclaredRenames.of(pair);
            declared = renames.between(from.schema(), to.schema(), forward);
            DiffOptions way = options.withRenames(declared);
            plan = plan(from.schema(), to.schema(), way);
            boolean equal = from.oracle().differencesFrom(to.oracle()).isEmpty();
            // columns that swap names are the same schema with other rows
            if (equal && !plan.isEmpty() && renames.isEmpty()) {
                failures.add("the plan is not empty although the two schemas are the same");
            }
            SortedMap<String, String> rows = kept.read(database.session());
            PlanRun.Failure failed = PlanRun.run(plan, database.session());
            if (failed != null && failed.foretold()) {
                rejection = Hazard.MAY_FAIL_ON_DATA + " " + failed.text();
            } else if (failed != null) {
                failures.add(failed.text());
            } else {
                checkEnd(database, to, SchemaPrint.of(Differ.diff(from.schema(), to.schema(), way).end(), true), failures);
                if (forward) {
                    failures.addAll(renames.wrongAnswers(database.session()));
                }
                kept.read(database.session()).forEach((table, sum) -> {
                    if (!sum.equals(rows.get(table))) {
                        failures.add("rows of " + table + " changed from " + rows.get(table) + " to " + sum);
                    }
                });
            }
        } catch (DibsException e) {
            if (e.problem().category() == Category.INTERNAL) {
                failures.add(e.problem().code() + " " + e.getMessage());
            } else {
                rejection = e.problem().code() + " " + e.getMessage();
            }
        } catch (RuntimeException e) {
            failures.add(e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(5, e.getStackTrace().length)));
        }
        return new Proof(pair.name(), forward, plan, rejection, failures,
                new Proof.Subject(from.schema(), to.schema(), declared));
    }

    private void checkEnd(DatabasePool.Database database, Side to, SchemaPrint planned, List<String> failures) {
        Schema end = read(database.session());
        planned.differences(SchemaPrint.of(end, true)).forEach(text -> failures.add("not as a plan file says: " + text));
        Diff drift = Differ.diff(end, to.schema(), options);
        drift.changes().forEach(change -> failures.add("drift: " + text(change)));
        if (!plan(end, to.schema(), options).isEmpty()) {
            failures.add("the second plan is not empty");
        }
        failures.addAll(Oracle.of(database, withDump).differencesFrom(to.oracle()));
    }

    private static String text(Change change) {
        return change instanceof Change.Alter alter
                ? "alter " + alter.id() + " (" + alter.alteration().aspect().label() + ") " + alter.alteration()
                : change.getClass().getSimpleName() + " " + change.id();
    }

    private Plan plan(Schema from, Schema to, DiffOptions way) {
        return Planner.plan(Differ.diff(from, to, way), PlanOptions.forServer(major).withOnline(online, Set.of()));
    }

    private static Schema read(PgSession session) {
        return CatalogReader.readNow(session, List.of()).schema();
    }

    private static void load(DatabasePool.Database database, String schema, String rows) {
        if (!schema.isBlank()) {
            // Postgres answers an empty text in a way that the client does not know
            database.session().run(schema + "\n; SELECT 1");
        }
        if (!rows.isBlank()) {
            database.session().run(rows);
        }
    }
}
