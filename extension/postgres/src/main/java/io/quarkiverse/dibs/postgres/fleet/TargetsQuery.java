package io.quarkiverse.dibs.postgres.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            Target configured = Target.of(url);
            List<Target> targets = new ArrayList<>(rows.size());
            for (Row row : rows) {
                targets.add(target(values(columns, row, targets.size() + 1), configured, targets.size() + 1));
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

    private static Target target(Map<String, String> values, Target configured, int number) {
        String schema = values.get("schema");
        String database = values.get("database");
        String url = values.get("url");
        if (schema == null && database == null && url == null) {
            throw wrong("row " + number + " of the query for the targets names none");
        }
        Target target = url == null && database == null ? configured : other(configured, database, url, number);
        // all are on one server, so its name would say nothing
        target = url == null && database != null ? target.named(database) : target;
        target = schema == null ? target : target.in(schema);
        target = url == null && database == null ? target.named(schema) : target;
        return values.containsKey("name") ? target.named(values.get("name")) : target;
    }

    private static Target other(Target configured, String database, String url, int number) {
        try {
            return Target.of(url != null ? url : OtherDatabase.of(configured.url(), database));
        } catch (DibsException e) {
            throw new DibsException(Problem.of("DIBS-0745", Category.USAGE, "row " + number
                    + " of the query for the targets: " + e.problem().message())
                    .remedy(e.problem().remedy().orElse(FORM)), e);
        }
    }

    private static DibsException wrong(String message) {
        return new DibsException(Problem.of("DIBS-0745", Category.USAGE, message).remedy(FORM));
    }
}
