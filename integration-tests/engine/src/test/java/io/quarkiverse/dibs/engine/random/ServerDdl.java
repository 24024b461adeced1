package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Random DDL about whatever a database holds just now: it is read from the catalog, so that each statement meets what those
 * before it have made. Most statements have consequences ({@code CASCADE}, names that views keep, what a rename leaves behind).
 */
public final class ServerDdl {

    /** What a statement is about, and the forms that it may have: {0}, {1}... are of a row, {new} is a name of its own. */
    private record Form(String rows, String... statements) {
    }

    private static final String OURS = "n.nspname IN ('app', 'other', 'public') ";
    private static final String RELATIONS = "SELECT c.oid::regclass::text, quote_ident(c.relname) FROM pg_class c "
            + "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS + "AND c.relkind IN ";
    private static final String TABLES = RELATIONS + "('r', 'p') ORDER BY 1";
    private static final String READABLE = RELATIONS + "('r', 'p', 'v', 'm') ORDER BY 1";
    private static final String SEQUENCES = RELATIONS + "('S') AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid "
            + "AND d.deptype = 'i') ORDER BY 1";
    private static final String COLUMNS = "SELECT c.oid::regclass::text, quote_ident(a.attname) FROM pg_class c "
            + "JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
            + "AND NOT a.attisdropped WHERE " + OURS + "AND c.relkind IN ('r', 'p') AND NOT c.relispartition "
            + "AND a.attinhcount = 0 ORDER BY 1, 2";
    private static final String CONSTRAINTS = "SELECT o.conrelid::regclass::text, quote_ident(o.conname), "
            + "split_part(split_part(split_part(pg_get_constraintdef(o.oid), ' ON ', 1), ' DEFERR', 1), ' NOT VALID', 1) "
            + "FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
            + OURS + "AND o.conislocal AND o.contype ";
    private static final String INDEXES = "SELECT i.indexrelid::regclass::text FROM pg_index i "
            + "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS
            + "AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid) ORDER BY 1";
    private static final String ROUTINES = "SELECT p.oid::regprocedure::text FROM pg_proc p "
            + "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE " + OURS + "AND p.prokind IN ('f', 'p') AND NOT EXISTS "
            + "(SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype IN ('e', 'i')) ORDER BY 1";
    private static final String VIEWS = RELATIONS + "('v') ORDER BY 1";
    private static final String TRIGGERS = "SELECT t.tgrelid::regclass::text, quote_ident(t.tgname) FROM pg_trigger t "
            + "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS
            + "AND NOT t.tgisinternal ORDER BY 1, 2";
    private static final String TYPES = "SELECT t.oid::regtype::text FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace "
            + "WHERE " + OURS + "AND (t.typtype IN ('e', 'd') OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c "
            + "WHERE c.oid = t.typrelid AND c.relkind = 'c')) ORDER BY 1";
    private static final String ENUMS = TYPES.replace("t.typtype IN ('e', 'd') OR t.typtype = 'c'", "t.typtype = 'e' OR false");
    private static final String DOMAINS = TYPES.replace("t.typtype IN ('e', 'd') OR t.typtype = 'c'",
            "t.typtype = 'd' OR false");

    private static final String PRIMARY_KEYS = "SELECT o.conrelid::regclass::text, quote_ident(o.conname), "
            + "(SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) FROM unnest(o.conkey) WITH ORDINALITY k(number, place) "
            + "JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.number) FROM pg_constraint o "
            + "JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS
            + "AND o.contype = 'p' AND o.conislocal ORDER BY 1, 2";
    private static final String CHILDREN = "SELECT i.inhrelid::regclass::text, i.inhparent::regclass::text FROM pg_inherits i "
            + "JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS
            + "AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1, 2";
    private static final String PARTITIONS = CHILDREN.replace("NOT c.relispartition", "c.relispartition");
    private static final String ATTRIBUTES = "SELECT c.oid::regclass::text, quote_ident(a.attname) FROM pg_class c "
            + "JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
            + "AND NOT a.attisdropped WHERE " + OURS + "AND c.relkind = 'c' ORDER BY 1, 2";
    private static final String POLICIES = "SELECT p.polrelid::regclass::text, quote_ident(p.polname) FROM pg_policy p ORDER BY 1, 2";
    private static final String RULES = "SELECT r.ev_class::regclass::text, quote_ident(r.rulename) FROM pg_rewrite r "
            + "JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS
            + "AND r.rulename <> '_RETURN' ORDER BY 1, 2";

    private static final String DOMAIN_COLUMNS = COLUMNS.replace("quote_ident(a.attname) FROM",
            "quote_ident(a.attname), format_type(t.typbasetype, t.typtypmod) FROM pg_type t JOIN pg_attribute x ON x.atttypid = t.oid "
                    + "AND t.typtype = 'd', ")
            .replace("WHERE n.", "WHERE x.attrelid = a.attrelid AND x.attnum = a.attnum AND n.");
    private static final String LONG_TEXT = "ALTER TABLE {0} ADD COLUMN {new} text DEFAULT '" + "it''s long; ".repeat(300)
            + "'";

    private static final List<Form> FORMS = List.of(
            new Form(COLUMNS, "ALTER TABLE {0} ALTER COLUMN {1} TYPE bigint USING NULL",
                    "ALTER TABLE {0} ALTER COLUMN {1} TYPE numeric(12,3) USING NULL",
                    "ALTER TABLE {0} ALTER COLUMN {1} TYPE text USING {1}::text"),
            new Form(COLUMNS, "ALTER TABLE {0} RENAME COLUMN {1} TO {new}"),
            new Form(READABLE, "ALTER TABLE {0} RENAME TO {new}"),
            new Form(COLUMNS, "ALTER TABLE {0} DROP COLUMN {1} CASCADE"),
            new Form(TABLES, "ALTER TABLE {0} ADD COLUMN {new} integer GENERATED BY DEFAULT AS IDENTITY",
                    "ALTER TABLE {0} ADD COLUMN {new} text DEFAULT 'new' CHECK ({new} <> '')",
                    "ALTER TABLE {0} ADD COLUMN {new} integer GENERATED ALWAYS AS (1) STORED",
                    "ALTER TABLE {0} ADD COLUMN {new} uuid UNIQUE"),
            new Form(COLUMNS, "ALTER TABLE {0} ALTER COLUMN {1} DROP NOT NULL", "ALTER TABLE {0} ALTER COLUMN {1} SET NOT NULL",
                    "ALTER TABLE {0} ALTER COLUMN {1} DROP DEFAULT", "ALTER TABLE {0} ALTER COLUMN {1} SET STATISTICS 77",
                    "ALTER TABLE {0} ALTER COLUMN {1} SET (n_distinct = 5)", "ALTER TABLE {0} ALTER COLUMN {1} DROP IDENTITY",
                    "ALTER TABLE {0} ALTER COLUMN {1} SET COMPRESSION pglz"),
            new Form(CONSTRAINTS + "IN ('p', 'u', 'c', 'x', 'f') ORDER BY 1, 2", "ALTER TABLE {0} DROP CONSTRAINT {1} CASCADE",
                    "ALTER TABLE {0} RENAME CONSTRAINT {1} TO {new}"),
            new Form(CONSTRAINTS + "= 'f' ORDER BY 1, 2",
                    "ALTER TABLE {0} DROP CONSTRAINT {1}, ADD CONSTRAINT {1} {2} ON DELETE CASCADE",
                    "ALTER TABLE {0} DROP CONSTRAINT {1}, ADD CONSTRAINT {1} {2} DEFERRABLE INITIALLY DEFERRED",
                    "ALTER TABLE {0} DROP CONSTRAINT {1}, ADD CONSTRAINT {1} {2} NOT VALID"),
            new Form(INDEXES, "DROP INDEX {0}", "ALTER INDEX {0} RENAME TO {new}", "ALTER INDEX {0} SET (fillfactor = 70)"),
            new Form(COLUMNS, "CREATE INDEX {new} ON {0} ({1} DESC)", "CREATE INDEX {new} ON {0} (({1}::text))",
                    "CREATE UNIQUE INDEX {new} ON {0} ({1}) WHERE {1} IS NOT NULL",
                    "CREATE INDEX {new} ON {0} USING hash ({1})",
                    "CREATE STATISTICS app.{new} ON {1}, ({1}::text) FROM {0}"),
            new Form(ROUTINES, "DROP ROUTINE {0} CASCADE", "ALTER ROUTINE {0} RENAME TO {new}", "ALTER FUNCTION {0} STRICT",
                    "ALTER FUNCTION {0} SECURITY DEFINER SET search_path = app", "ALTER FUNCTION {0} COST 7 PARALLEL SAFE",
                    "ALTER ROUTINE {0} SET SCHEMA other", "REVOKE EXECUTE ON ROUTINE {0} FROM PUBLIC"),
            new Form(VIEWS, "DROP VIEW {0} CASCADE", "ALTER VIEW {0} SET (security_barrier)",
                    "ALTER VIEW {0} SET SCHEMA other"),
            new Form(READABLE, "CREATE VIEW app.{new} AS SELECT * FROM {0}",
                    "CREATE MATERIALIZED VIEW app.{new} AS SELECT * FROM {0} WITH NO DATA",
                    "CREATE FUNCTION app.{new}(x {0}) RETURNS {0} LANGUAGE sql AS 'SELECT x'",
                    "CREATE FUNCTION app.{new}() RETURNS SETOF {0} LANGUAGE plpgsql AS 'BEGIN RETURN; END'"),
            new Form(TABLES, "CREATE TABLE app.{new} (id integer, one {0}, more {0}[])",
                    "CREATE TABLE app.{new} (LIKE {0} INCLUDING ALL)", "CREATE TABLE app.{new} () INHERITS ({0})",
                    "ALTER TABLE {0} SET SCHEMA other", "ALTER TABLE {0} SET UNLOGGED",
                    "ALTER TABLE {0} ENABLE ROW LEVEL SECURITY", "ALTER TABLE {0} SET (fillfactor = 60)",
                    "ALTER TABLE {0} REPLICA IDENTITY FULL", "ALTER TABLE {0} OWNER TO corpus_owner",
                    "GRANT SELECT, INSERT ON {0} TO corpus_reader WITH GRANT OPTION", "COMMENT ON TABLE {0} IS 'it''s'"),
            new Form(TABLES, "CREATE POLICY {new} ON {0} FOR SELECT TO corpus_reader USING (true)",
                    "CREATE RULE {new} AS ON DELETE TO {0} DO INSTEAD NOTHING",
                    "CREATE TRIGGER {new} BEFORE UPDATE ON {0} FOR EACH ROW "
                            + "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                    "CREATE PUBLICATION {new} FOR TABLE {0}"),
            // Postgres 14 leaves the names of a partitioned table's triggers on its partitions
            new Form(TRIGGERS.replace("ORDER BY", "AND c.relkind <> 'p' ORDER BY"), "ALTER TRIGGER {1} ON {0} RENAME TO {new}"),
            new Form(TRIGGERS, "DROP TRIGGER {1} ON {0}",
                    "ALTER TABLE {0} DISABLE TRIGGER {1}", "ALTER TABLE {0} ENABLE ALWAYS TRIGGER {1}"),
            new Form(TYPES, "ALTER TYPE {0} RENAME TO {new}", "ALTER TYPE {0} SET SCHEMA other", "DROP TYPE {0} CASCADE",
                    "CREATE FUNCTION app.{new}(x {0}) RETURNS {0}[] LANGUAGE sql IMMUTABLE AS 'SELECT ARRAY[x]'",
                    "CREATE VIEW app.{new} AS SELECT NULL::{0} AS x, NULL::{0}[] AS y", "CREATE DOMAIN app.{new} AS {0}"),
            new Form(ENUMS, "ALTER TYPE {0} ADD VALUE '{new}'", "ALTER TYPE {0} ADD VALUE '{new}' BEFORE 'ok'"),
            new Form(DOMAINS, "ALTER DOMAIN {0} ADD CONSTRAINT {new} CHECK (VALUE IS NOT NULL) NOT VALID",
                    "ALTER DOMAIN {0} SET DEFAULT NULL"),
            new Form(SEQUENCES, "ALTER SEQUENCE {0} INCREMENT 3 CACHE 5", "ALTER SEQUENCE {0} OWNED BY NONE",
                    "ALTER SEQUENCE {0} RENAME TO {new}", "DROP SEQUENCE {0} CASCADE", "ALTER SEQUENCE {0} AS bigint CYCLE"),
            new Form("SELECT 1", "CREATE TYPE app.{new} AS ENUM ('a', 'b')",
                    "CREATE TYPE app.{new} AS RANGE (SUBTYPE = integer)",
                    "CREATE TABLE app.{new} (id integer, kind text) PARTITION BY LIST (kind); "
                            + "CREATE TABLE app.{new}_a PARTITION OF app.{new} FOR VALUES IN ('a'); "
                            + "CREATE TABLE app.{new}_rest PARTITION OF app.{new} DEFAULT"),
            new Form(COLUMNS, "CREATE FUNCTION app.{new}() RETURNS {0}.{1}%TYPE LANGUAGE sql "
                    + "BEGIN ATOMIC SELECT {1} FROM {0} LIMIT 1; END",
                    "CREATE VIEW app.{new} AS SELECT {1}, count(*) FROM {0} GROUP BY 1",
                    "CREATE FUNCTION app.{new}(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1'; "
                            + "ALTER TABLE {0} ADD CHECK (app.{new}(1) > 0), "
                            + "ADD COLUMN {new} integer GENERATED ALWAYS AS (app.{new}(2)) STORED"),
            new Form(PRIMARY_KEYS, "CREATE VIEW app.{new} AS SELECT t.*, count(*) AS {new} FROM {0} t GROUP BY {2}",
                    "ALTER TABLE {0} DROP CONSTRAINT {1} CASCADE, ADD COLUMN {new} integer NOT NULL DEFAULT 1, "
                            + "ADD CONSTRAINT {new} PRIMARY KEY ({2}, {new})",
                    "ALTER TABLE {0} DROP CONSTRAINT {1} CASCADE, ADD CONSTRAINT {new} UNIQUE ({2})",
                    "CREATE TABLE app.{new} (LIKE {0}, FOREIGN KEY ({2}) REFERENCES {0})",
                    "ALTER TABLE {0} CLUSTER ON {1}", "ALTER TABLE {0} REPLICA IDENTITY USING INDEX {1}"),
            new Form(PARTITIONS, "ALTER TABLE {1} DETACH PARTITION {0}", "DROP TABLE {0}",
                    "ALTER TABLE {0} ADD CONSTRAINT {new} CHECK (true)", "CREATE INDEX {new} ON {0} ((1))",
                    "ALTER TABLE {0} OWNER TO corpus_owner",
                    "ALTER TABLE {1} DETACH PARTITION {0}; ALTER TABLE {1} ATTACH PARTITION {0} FOR VALUES FROM (MINVALUE) "
                            + "TO ('1999-01-01')"),
            // columns that became a table's own when it left a parent never become that parent's again, so none leaves
            new Form(CHILDREN, "ALTER TABLE {1} ADD COLUMN {new} text NOT NULL DEFAULT 'k'",
                    "ALTER TABLE {1} ADD CONSTRAINT {new} CHECK (true)"),
            new Form(COLUMNS, "COMMENT ON COLUMN {0}.{1} IS 'said'", "GRANT SELECT ({1}) ON {0} TO corpus_reader",
                    "ALTER TABLE {0} ALTER COLUMN {1} SET STORAGE EXTERNAL",
                    "ALTER TABLE {0} ALTER COLUMN {1} SET DEFAULT NULL",
                    "ALTER TABLE {0} ALTER COLUMN {1} DROP EXPRESSION"),
            new Form(INDEXES, "COMMENT ON INDEX {0} IS 'said'", "ALTER INDEX {0} ALTER COLUMN 1 SET STATISTICS 50"),
            new Form(VIEWS, "ALTER VIEW {0} RENAME TO {new}", "COMMENT ON VIEW {0} IS 'said'",
                    "GRANT SELECT ON {0} TO corpus_reader", "ALTER VIEW {0} OWNER TO corpus_owner"),
            new Form(TABLES, "ALTER TABLE {0} ADD COLUMN {new} app.mood DEFAULT 'ok'",
                    "ALTER TABLE {0} ADD COLUMN {new} app.amount",
                    "ALTER TABLE {0} ADD COLUMN {new} app.address[]"),
            // the way back from another attribute in the midst is refused where there are arrays of them
            new Form(ATTRIBUTES, "ALTER TYPE {0} ADD ATTRIBUTE {new} integer CASCADE"),
            new Form(DOMAINS, "ALTER DOMAIN {0} ADD CONSTRAINT {new} CHECK (true)", "ALTER DOMAIN {0} SET NOT NULL",
                    "COMMENT ON DOMAIN {0} IS 'said'"),
            new Form(POLICIES, "DROP POLICY {1} ON {0}", "ALTER POLICY {1} ON {0} RENAME TO {new}",
                    "ALTER POLICY {1} ON {0} TO corpus_owner"),
            new Form(SEQUENCES, "CREATE VIEW app.{new} AS SELECT last_value, is_called FROM {0}",
                    "ALTER SEQUENCE {0} OWNER TO corpus_owner"),
            new Form(DOMAIN_COLUMNS, "ALTER TABLE {0} ALTER COLUMN {1} TYPE {2}"),
            new Form(TABLES, "ALTER TABLE {0} ADD COLUMN {new} serial", LONG_TEXT,
                    "ALTER TABLE {0} ADD COLUMN {new} integer NOT NULL DEFAULT 3, ADD CONSTRAINT {new} UNIQUE ({new}); "
                            + "ALTER TABLE {0} REPLICA IDENTITY USING INDEX {new}"),
            new Form(ROUTINES, "ALTER ROUTINE {0} OWNER TO corpus_owner", "ALTER ROUTINE {0} DEPENDS ON EXTENSION citext"),
            new Form("SELECT 1", "CREATE EXTENSION IF NOT EXISTS citext; "
                    + "GRANT EXECUTE ON FUNCTION citext_cmp(citext, citext) TO corpus_reader",
                    "CREATE FUNCTION app.{new}() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number'"),
            new Form(RULES, "DROP RULE {1} ON {0} CASCADE", "ALTER RULE {1} ON {0} RENAME TO {new}",
                    "COMMENT ON RULE {1} ON {0} IS 'said'"));

    private ServerDdl() {
    }

    /**
     * Statements that the server has taken, one after the other.
     *
     * @param rows answers a query with the rows as texts
     * @param takes runs a statement and tells whether the server took it
     */
    public static List<String> random(Draw draw, Function<String, List<List<String>>> rows, Function<String, Boolean> takes) {
        List<String> taken = new ArrayList<>();
        int wanted = draw.between(4, 14);
        for (int attempt = 0; attempt < wanted * 4 && taken.size() < wanted; attempt++) {
            Form form = draw.oneOf(FORMS);
            List<List<String>> subjects = rows.apply(form.rows());
            if (subjects.isEmpty()) {
                continue;
            }
            List<String> subject = draw.oneOf(subjects);
            String statement = draw.oneOf(form.statements()).replace("{new}", "n" + attempt);
            for (int i = 0; i < subject.size(); i++) {
                statement = statement.replace("{" + i + "}", subject.get(i));
            }
            if (takes.apply(statement)) {
                taken.add(statement);
            }
        }
        return taken;
    }
}
