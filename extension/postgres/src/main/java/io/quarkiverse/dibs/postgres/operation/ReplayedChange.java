package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent.Rename;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.MigrationRunner;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.postgres.scratch.Scratch;
import io.quarkiverse.dibs.postgres.text.SqlScanner;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Kind;
import io.quarkiverse.dibs.postgres.text.SqlScanner.Token;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;

/**
 * What migrations did, seen on an empty scratch database on which they are run again: the schema before and after, and which
 * tables and columns only have another name, since the server keeps their numbers.
 *
 * @param before without them
 * @param after with them
 * @param namesBack each present name to its former one
 * @param rowChanges the statements that changed rows, each with its version
 */
record ReplayedChange(Schema before, Schema after, List<Rename> namesBack, List<String> rowChanges) {

    private static final Set<String> CHANGES_ROWS = Set.of("insert", "update", "delete", "merge", "truncate", "copy");

    /** A table by its number, and a column by that and its own. */
    private static final String NUMBERS = """
            SELECT c.oid::text, n.nspname::text, c.relname::text, NULL
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            UNION ALL
            SELECT c.oid || '.' || a.attnum, n.nspname::text, c.relname::text, a.attname::text
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    /**
     * @param schemas the schemas that are read; empty means all
     * @throws DibsException DIBS-0671 when a migration does not run on an empty database, DIBS-0282 when there can be none
     */
    static ReplayedChange of(Vertx vertx, String scratchUrl, HistoryTables tables, LastChange change, List<String> schemas) {
        try (Scratch scratch = Scratch.create(vertx, scratchUrl)) {
            run(vertx, scratch, tables, change.stay());
            Schema before = CatalogReader.readNow(scratch.session(), schemas).schema();
            Map<String, ObjectId> namesBefore = numbers(scratch.session());
            List<MigrationInvoker> all = Stream.concat(change.stay().stream(), change.goBack().stream()).toList();
            List<String> rowChanges = run(vertx, scratch, tables, all);
            Schema after = CatalogReader.readNow(scratch.session(), schemas).schema();
            return new ReplayedChange(before, after, namesBack(namesBefore, numbers(scratch.session())), rowChanges);
        }
    }

    private static List<String> run(Vertx vertx, Scratch scratch, HistoryTables tables, List<MigrationInvoker> migrations) {
        List<MigrationEvent> events = new MigrationRunner(vertx, scratch.url(), tables, Map.of())
                .start(migrations, RunOptions.defaults()).events().collect().asList().await().indefinitely();
        Set<String> rowChanges = new TreeSet<>();
        for (MigrationEvent event : events) {
            if (event instanceof MigrationEvent.Failed failed) {
                throw new DibsException(Problem.of("DIBS-0671", Category.REFUSED, "migration " + failed.version() + " "
                        + failed.name() + " cannot be run again on an empty database: " + failed.problem().message())
                        .remedy("The way back is found by running all migrations on a scratch database. Take the change back in"
                                + " the entities instead, and generate from that difference.")
                        .at(failed.problem().location().orElse("migration " + failed.version())));
            } else if (event instanceof MigrationEvent.Statement statement && statement.done()
                    && CHANGES_ROWS.contains(firstWord(statement.sql()))) {
                rowChanges.add(statement.version() + ": " + statement.sql().strip().replaceAll("\\s+", " "));
            }
        }
        return List.copyOf(rowChanges);
    }

    private static String firstWord(String sql) {
        return SqlScanner.scan(sql).stream().filter(token -> token.kind() == Kind.WORD).findFirst().map(Token::text)
                .orElse("").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, ObjectId> numbers(PgSession session) {
        Map<String, ObjectId> numbers = new TreeMap<>();
        for (Row row : session.run(NUMBERS)) {
            ObjectId table = ObjectId.table(row.getString(1), row.getString(2));
            numbers.put(row.getString(0), row.getString(3) == null ? table : ObjectId.column(table, row.getString(3)));
        }
        return numbers;
    }

    /** The former identity of a column's rename has its table's wanted name. */
    private static List<Rename> namesBack(Map<String, ObjectId> before, Map<String, ObjectId> after) {
        List<Rename> renames = new ArrayList<>();
        after.forEach((number, present) -> {
            ObjectId former = before.get(number);
            if (former != null && !(former.parent() == null ? former.equals(present) : former.name().equals(present.name()))) {
                renames.add(new Rename(former.parent() == null ? present : present.withParent(former.parent()), former));
            }
        });
        return renames;
    }
}
