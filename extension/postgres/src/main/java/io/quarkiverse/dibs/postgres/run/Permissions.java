package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.Need.Right;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Asks the server, before the first statement, whether the role may do all of it. Stateless. */
final class Permissions {

    /**
     * The needs that are not met. What is not there yet is made by an earlier statement, by the same role, which owns it then.
     * An extension that is "trusted" needs no more than CREATE on the database.
     */
    private static final String GAPS = """
            SELECT n.i, current_user
            FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS n (needed, name, i)
            CROSS JOIN (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) me
            WHERE NOT me.rolsuper AND NOT coalesce(CASE n.needed
                WHEN 'CREATE_IN_DATABASE' THEN has_database_privilege(current_database(), 'CREATE')
                WHEN 'CREATE_EXTENSION' THEN has_database_privilege(current_database(), 'CREATE') AND (
                    SELECT pg_catalog.bool_or(v.trusted) FROM pg_catalog.pg_available_extension_versions v
                    WHERE v.name = (parse_ident(n.name))[1])
                WHEN 'CREATE_IN_SCHEMA' THEN has_schema_privilege(to_regnamespace(n.name)::oid, 'CREATE')
                WHEN 'OWN_SCHEMA' THEN (SELECT pg_has_role(s.nspowner, 'USAGE') FROM pg_catalog.pg_namespace s
                    WHERE s.oid = to_regnamespace(n.name))
                WHEN 'OWN_RELATION' THEN (SELECT pg_has_role(c.relowner, 'USAGE') FROM pg_catalog.pg_class c
                    WHERE c.oid = to_regclass(n.name))
                WHEN 'OWN_TYPE' THEN (SELECT pg_has_role(t.typowner, 'USAGE') FROM pg_catalog.pg_type t
                    WHERE t.oid = to_regtype(n.name))
                WHEN 'OWN_ROUTINE' THEN (SELECT pg_has_role(p.proowner, 'USAGE') FROM pg_catalog.pg_proc p
                    WHERE p.oid = to_regprocedure(n.name))
                WHEN 'USE_TYPE' THEN has_type_privilege(to_regtype(n.name)::oid, 'USAGE')
                WHEN 'BE_MEMBER' THEN (SELECT pg_has_role(r.oid, 'MEMBER') FROM pg_catalog.pg_roles r
                    WHERE r.oid = to_regrole(n.name))
                WHEN 'REFERENCE' THEN has_any_column_privilege(to_regclass(n.name)::oid, 'REFERENCES')
                ELSE has_table_privilege(to_regclass(n.name)::oid, n.needed)
            END, true)
            ORDER BY n.i
            """;

    private Permissions() {
    }

    /** What the statements of a plan need. */
    static SortedSet<Need> of(Collection<String> statements) {
        SortedSet<Need> needs = new TreeSet<>();
        statements.forEach(sql -> needs.addAll(NeededRights.of(sql)));
        return needs;
    }

    /** What dibs needs for its own tables, whatever the migrations are. */
    static SortedSet<Need> ofHistory(RunnerSession session, HistoryTables tables) {
        SortedSet<Need> needs = new TreeSet<>();
        boolean schema = session.run("SELECT to_regnamespace('" + tables.quotedSchema().replace("'", "''") + "') IS NOT NULL")
                .iterator().next().getBoolean(0);
        if (!schema) {
            needs.add(new Need(Right.CREATE_IN_DATABASE, ""));
        }
        for (String table : List.of(tables.migrations(), tables.tables(), tables.columns(), tables.indices(),
                tables.backfills())) {
            boolean there = session.run("SELECT to_regclass('" + table.replace("'", "''") + "') IS NOT NULL").iterator().next()
                    .getBoolean(0);
            if (!there) {
                needs.add(new Need(Right.CREATE_IN_SCHEMA, tables.quotedSchema()));
            } else {
                for (Right right : List.of(Right.SELECT, Right.INSERT, Right.UPDATE, Right.DELETE)) {
                    needs.add(new Need(right, table));
                }
            }
        }
        return needs;
    }

    /** @throws DibsException DIBS-0615 that names all that is lacking */
    static void require(RunnerSession session, SortedSet<Need> needs) {
        if (needs.isEmpty()) {
            return;
        }
        List<Need> all = List.copyOf(needs);
        List<Need> gaps = new ArrayList<>();
        String role = "";
        for (Row row : session.await(session.session().query(GAPS, Tuple.of(
                all.stream().map(need -> need.right().name()).toArray(String[]::new),
                all.stream().map(Need::on).toArray(String[]::new))))) {
            gaps.add(all.get(row.getLong(0).intValue() - 1));
            role = row.getString(1);
        }
        if (!gaps.isEmpty()) {
            StringBuilder text = new StringBuilder("nothing was run: role ").append(role).append(" lacks");
            gaps.forEach(gap -> text.append("\n  ").append(gap));
            throw new DibsException(Problem.of("DIBS-0615", Category.REFUSED, text.toString())
                    .remedy("Grant it, or run this as a role that has it."));
        }
    }
}
