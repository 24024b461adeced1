package io.quarkiverse.dibs.postgres.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

/**
 * The statements with parameters that one migration has sent, prepared once each, with the types that Postgres found for their
 * parameters: the driver would turn a text for a JSON column into a JSON string. One statement at a time.
 */
final class PreparedStatements {

    private final PgConnection connection;
    private final Map<String, Prepared> bySql = new HashMap<>();

    PreparedStatements(PgConnection connection) {
        this.connection = connection;
    }

    Uni<RowSet<Row>> execute(String sql, Object[] parameters) {
        Prepared known = bySql.get(sql);
        Uni<Prepared> prepared = known != null ? Uni.createFrom().item(known) : prepare(sql, parameters.length > 0);
        return prepared.flatMap(statement -> statement.execute(parameters));
    }

    private Uni<Prepared> prepare(String sql, boolean hasParameters) {
        return connection.prepare(sql)
                .flatMap(statement -> hasParameters ? types(sql).map(types -> new Prepared(statement, types))
                        : Uni.createFrom().item(new Prepared(statement, List.of())))
                .invoke(prepared -> bySql.put(sql, prepared));
    }

    private Uni<List<String>> types(String sql) {
        String quoted = "'" + sql.replace("'", "''") + "'";
        return connection.query("SELECT ARRAY(SELECT pg_catalog.format_type(t, NULL)"
                + " FROM unnest(parameter_types) WITH ORDINALITY AS p (t, n) ORDER BY n)"
                + " FROM pg_catalog.pg_prepared_statements WHERE statement = " + quoted
                + " ORDER BY prepare_time DESC LIMIT 1").execute()
                .map(rows -> rows.size() == 0 ? List.of() : List.of((String[]) rows.iterator().next().getValue(0)));
    }

    /** Forgets all of them, because the tables they are about may have changed. */
    Uni<Void> clear() {
        Uni<Void> closed = Uni.createFrom().voidItem();
        for (Prepared prepared : bySql.values()) {
            closed = closed.flatMap(done -> prepared.statement.close().onFailure().recoverWithNull());
        }
        bySql.clear();
        return closed;
    }

    boolean isEmpty() {
        return bySql.isEmpty();
    }

    private record Prepared(PreparedStatement statement, List<String> types) {

        /** How the driver says that it cannot send a value; it says the value, too. */
        private static final Pattern REFUSED = Pattern
                .compile(
                        "(?s)Parameter at position\\[(\\d+)] with class = \\[([^]]+)] and value = .* can not be coerced to .*");

        Uni<RowSet<Row>> execute(Object[] parameters) {
            Tuple tuple = Tuple.tuple();
            for (int i = 0; i < parameters.length; i++) {
                try {
                    tuple.addValue(Values.toDriver(parameters[i], type(i)));
                } catch (IllegalArgumentException | ArithmeticException e) {
                    throw new UnfitParameterException("parameter $" + (i + 1) + " " + e.getMessage(), advice(i));
                }
            }
            return statement.query().execute(tuple).onFailure(failure -> !(failure instanceof PgException))
                    .transform(failure -> unfit(failure, parameters).<Throwable> map(unfit -> unfit).orElse(failure));
        }

        private Optional<UnfitParameterException> unfit(Throwable failure, Object[] parameters) {
            Matcher refused = REFUSED.matcher(String.valueOf(failure.getMessage()));
            if (!refused.matches()) {
                return Optional.empty();
            }
            int i = Integer.parseInt(refused.group(1));
            return Optional.of(new UnfitParameterException("parameter $" + (i + 1) + " is a "
                    + (i < parameters.length ? parameters[i].getClass().getName() : refused.group(2))
                    + ", and the statement takes " + type(i) + " there", advice(i)));
        }

        private String type(int i) {
            return i < types.size() ? types.get(i) : "";
        }

        private String advice(int i) {
            return "Give a value of that type, or a text, and write $" + (i + 1) + "::text::" + type(i) + ".";
        }
    }
}
