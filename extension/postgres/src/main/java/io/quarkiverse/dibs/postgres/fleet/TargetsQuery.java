package io.quarkiverse.dibs.postgres.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.OtherDatabase;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Asks a database which targets there are, in a transaction that can only read. The names of the result's columns say what
 * they are; those that the catalogs have for the same things count too.
 */
public final class TargetsQuery {

    private static final Map<String, String> COLUMNS = Map.of("schema", "schema", "schema_name", "schema", "nspname", "schema",
            "database", "database", "datname", "database", "url", "url", "name", "name");
    private static final String FORM = "Name the columns schema, database or url, and name where a target is to be called"
            + " otherwise: select tenant AS schema from tenants";

    private TargetsQuery() {
    }

    /**
     * @param url the database that is asked, and that schemas without another one are in
     * @throws DibsException DIBS-0744 when the query fails, DIBS-0745 when its result is no list of targets
     */
    public static List<Target> run(Vertx vertx, String url, String sql) {
        try (PgSession session = PgSession.open(vertx, url, PgSession.ONE_BY_ONE)) {
            session.run("BEGIN TRANSACTION READ ONLY");
            session.run("SET LOCAL statement_timeout = '60s'");
            RowSet<Row> rows;
            try {
                rows = session.run(sql, Tuple.tuple());
            } catch (RuntimeException e) {
                throw ServerErrors.exception("DIBS-0744", Category.SQL, "the query for the targets failed: ", e, sql);
            }
            List<String> columns = columns(rows.columnsNames());
            List<Target> targets = new ArrayList<>(rows.size());
            for (Row row : rows) {
                targets.add(target(values(columns, row, targets.size() + 1), url, targets.size() + 1));
            }
            return targets;
        }
    }

    private static List<String> columns(List<String> names) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            String known = COLUMNS.get(name);
            if (known == null) {
                throw wrong("the query for the targets has a column \"" + name + "\", which says nothing about targets");
            }
            if (columns.contains(known)) {
                throw wrong("the query for the targets has two columns for the " + known);
            }
            columns.add(known);
        }
        if (columns.stream().noneMatch(name -> !name.equals("name"))) {
            throw wrong("the query for the targets has no column for a schema, a database or a URL");
        }
        if (columns.contains("url") && columns.contains("database")) {
            throw wrong("the query for the targets has a column for the URL and one for the database");
        }
        return columns;
    }

    private static Map<String, String> values(List<String> columns, Row row, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.getValue(i);
            if (value != null && !(value instanceof String)) {
                throw wrong("the " + columns.get(i) + " in row " + number + " of the query for the targets is no text");
            }
            if (value != null && !((String) value).isBlank()) {
                values.put(columns.get(i), (String) value);
            }
        }
        return values;
    }

    private static Target target(Map<String, String> values, String configured, int number) {
        Optional<String> schema = Optional.ofNullable(values.get("schema"));
        Optional<String> database = Optional.ofNullable(values.get("database"));
        String url = values.get("url");
        if (schema.isEmpty() && database.isEmpty() && url == null) {
            throw wrong("row " + number + " of the query for the targets names none");
        }
        Target target;
        try {
            target = Target.of(url != null ? url : database.map(name -> OtherDatabase.of(configured, name)).orElse(configured),
                    schema);
        } catch (DibsException e) {
            throw new DibsException(Problem.of("DIBS-0745", Category.USAGE, "row " + number
                    + " of the query for the targets: " + e.problem().message())
                    .remedy(e.problem().remedy().orElse(FORM)), e);
        }
        if (url == null) {
            // all are on one server, so its name would say nothing
            target = target.named(database.map(name -> name + schema.map(text -> "/" + text).orElse(""))
                    .orElseGet(schema::get));
        }
        return values.containsKey("name") ? target.named(values.get("name")) : target;
    }

    private static DibsException wrong(String message) {
        return new DibsException(Problem.of("DIBS-0745", Category.USAGE, message).remedy(FORM));
    }
}
