package io.quarkiverse.dibs.postgres.catalog;

import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.column;
import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.inPublic;
import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.schema.View;

class CatalogReaderTest {

    /** DDL with at least one object of every kind that needs no second role. */
    static String everything() {
        try (var in = CatalogReaderTest.class.getResourceAsStream("/catalog/everything.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The oracle is the standard's own view of the catalog, written by others. */
    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void countsAgreeWithTheInformationSchema(int major) {
        try (CatalogFixture fixture = CatalogFixture.of(major, everything())) {
            Schema schema = fixture.schema;
            String own = " table_schema IN ('public', 'billing') AND table_name NOT LIKE '\\_\\_dibs%'";
            assertCount(fixture, "tables WHERE table_type = 'BASE TABLE' AND" + own, schema.all(Table.class).count());
            assertCount(fixture, "tables WHERE table_type = 'VIEW' AND" + own, schema.all(View.class).count());
            assertCount(fixture, "foreign_tables WHERE foreign_table_schema = 'public'",
                    schema.all(ForeignTable.class).count());
            assertCount(fixture, "columns c JOIN information_schema.tables t USING (table_schema, table_name) "
                    + "WHERE t.table_type IN ('BASE TABLE', 'FOREIGN') AND" + own, schema.all(Column.class).count());
            assertCount(fixture, "columns c JOIN information_schema.tables t USING (table_schema, table_name) "
                    + "WHERE t.table_type = 'BASE TABLE' AND c.column_default IS NOT NULL AND" + own,
                    schema.all(ColumnDefault.class).count());
            assertCount(fixture, "table_constraints WHERE constraint_type = 'PRIMARY KEY' AND" + own,
                    schema.all(PrimaryKey.class).count());
            assertCount(fixture, "table_constraints WHERE constraint_type = 'UNIQUE' AND" + own,
                    schema.all(UniqueConstraint.class).count());
            // the standard lists the keys of partitions again
            assertCount(fixture,
                    "table_constraints WHERE constraint_type = 'FOREIGN KEY' AND table_name !~ 'measured_' AND" + own,
                    schema.all(ForeignKey.class).count());
            assertCount(fixture,
                    "routines WHERE routine_schema IN ('public', 'billing') AND routine_type IN ('FUNCTION', 'PROCEDURE') "
                            + "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype IN ('e', 'i') AND d.classid = 'pg_proc'::regclass "
                            + "AND d.objid = substring(specific_name from '\\d+$')::oid)",
                    schema.all(Routine.class).count());
            assertThat(schema.all(Trigger.class)).hasSize(2);
            assertThat(schema.all(CheckConstraint.class)).hasSize(4);
            assertThat(schema.all(MaterializedView.class)).hasSize(2);
            assertThat(schema.all(Extension.class).map(e -> e.id().name())).containsExactly("btree_gist", "citext");
        }
    }

    private static void assertCount(CatalogFixture fixture, String from, long count) {
        assertThat(fixture.database.text("SELECT count(*) FROM information_schema." + from)).as(from)
                .isEqualTo(Long.toString(count));
    }

    @Test
    void everyKindThatNeedsNoSecondRoleIsInTheSample() {
        try (CatalogFixture fixture = CatalogFixture.of(18, everything())) {
            List<ObjectKind> missing = java.util.Arrays.stream(ObjectKind.values())
                    .filter(kind -> fixture.schema.ids().stream().noneMatch(id -> id.kind() == kind)).toList();
            // a parser and a template need functions in C; owners and privileges have a test of their own; a database with a
            // subscription cannot be dropped; the corpus has the rest
            assertThat(missing).containsExactly(ObjectKind.BASE_TYPE, ObjectKind.BASE_TYPE_DEFINITION,
                    ObjectKind.TEXT_SEARCH_PARSER, ObjectKind.TEXT_SEARCH_TEMPLATE,
                    ObjectKind.SUBSCRIPTION, ObjectKind.EXTENSION_DEPENDENCE, ObjectKind.OWNER,
                    ObjectKind.GRANT, ObjectKind.DEFAULT_PRIVILEGES);
        }
    }

    @Test
    void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(18).temporary().testSettings()
                .setting("shared_preload_libraries", "pg_stat_statements").start();
                PgSession admin = PgSession.open(TestDatabase.VERTX, server.url(), PgSession.ONE_BY_ONE);
                PgSession session = PgSession.open(TestDatabase.VERTX, server.url(), PgSession.READING)) {
            admin.run("CREATE EXTENSION pg_stat_statements");
            long withNone = statements(admin, session);
            admin.run(
                    "DO $$ BEGIN FOR i IN 1..150 LOOP EXECUTE format('CREATE TABLE t%s (id int PRIMARY KEY, a text DEFAULT %L, "
                            + "r int REFERENCES t%s, CHECK (id > 0))', i, 'x', i); EXECUTE format('CREATE INDEX ON t%s (lower(a))', i); "
                            + "END LOOP; END $$");
            assertThat(statements(admin, session)).isEqualTo(withNone).isLessThan(60);
        }
    }

    private static long statements(PgSession admin, PgSession session) {
        admin.run("SELECT pg_stat_statements_reset()");
        CatalogReader.readNow(session, List.of());
        return admin.run("SELECT sum(calls)::int8 FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'")
                .iterator()
                .next().getLong(0);
    }

    @Test
    void onlyTheSchemasAskedForAreRead() {
        try (CatalogFixture fixture = CatalogFixture.of(18, """
                CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.p (x int, id int PRIMARY KEY);
                CREATE TABLE b.t (id int REFERENCES a.p);
                """)) {
            Schema schema = CatalogFixture.read(fixture.database, "b").schema();
            assertThat(schema.all(Namespace.class).map(n -> n.id().name())).containsExactly("b");
            assertThat(schema.all(ForeignKey.class).toList()).singleElement().satisfies(key -> {
                assertThat(key.referencedTable()).isEqualTo(ObjectId.table("a", "p"));
                assertThat(key.referencedColumns()).containsExactly("id");
            });
            assertThat(CatalogFixture.read(fixture.database, "nowhere").schema().ids()).isEmpty();
        }
    }

    @Test
    void insideATransactionItsOwnChangesAreSeenAndItsSettingsKept() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("CREATE TABLE kept (id int)");
            database.run(
                    "BEGIN; SET LOCAL search_path = pg_catalog; CREATE TABLE public.fresh (id int); DROP TABLE public.kept");
            Schema within = CatalogReader.readWithin(database.session(), List.of()).await().indefinitely().schema();
            assertThat(within.contains(table("fresh"))).isTrue();
            assertThat(within.contains(table("kept"))).isFalse();
            assertThat(database.text("SHOW search_path")).isEqualTo("pg_catalog");
            database.run("COMMIT");
            assertThat(CatalogFixture.read(database).schema()).isEqualTo(within);
        }
    }

    @Test
    void readingLeavesNoTransactionAndNoSettingBehind() {
        try (TestDatabase database = TestDatabase.of(18)) {
            CatalogReader.readNow(database.session(), List.of());
            assertThat(database.text("SHOW search_path")).isEqualTo("\"$user\", public");
            assertThat(database.text("SELECT now() = statement_timestamp()")).isEqualTo("true");
        }
    }

    @ParameterizedTest
    @CsvSource({ "DateStyle,'SQL, DMY'", "IntervalStyle,iso_8601", "TimeZone,Asia/Tokyo", "quote_all_identifiers,on",
            "bytea_output,escape", "extra_float_digits,-5", "search_path,public" })
    void theRolesSettingsDoNotChangeWhatIsRead(String setting, String value) {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("CREATE TABLE t (a timestamptz DEFAULT '2024-05-06 07:08+00', b interval DEFAULT '1 day 2 hours', "
                    + "c bytea DEFAULT '\\x00ff', d float8 DEFAULT 0.1::float8 + 0.2, e date DEFAULT '2024-05-06', f float4 DEFAULT '0.3')");
            Schema before = CatalogFixture.read(database).schema();
            database.run("SET " + setting + " = " + (value.contains(",") ? "'" + value + "'" : "'" + value + "'"));
            assertThat(CatalogReader.readNow(database.session(), List.of()).schema()).isEqualTo(before);
        }
    }

    @Test
    void temporaryTablesAndTablesOfDibsAreLeftOut() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run(
                    "CREATE TEMP TABLE gone (id serial PRIMARY KEY); CREATE TABLE __dibs_migrations (id serial PRIMARY KEY, "
                            + "n text DEFAULT 'x' CHECK (n <> ''), o int GENERATED ALWAYS AS IDENTITY); CREATE INDEX __dibs_i ON __dibs_migrations (n); "
                            + "CREATE INDEX other ON __dibs_migrations (lower(n)); COMMENT ON TABLE __dibs_migrations IS 'x'; "
                            + "COMMENT ON COLUMN __dibs_migrations.n IS 'x'; GRANT SELECT ON __dibs_migrations TO PUBLIC");
            assertThat(CatalogReader.readNow(database.session(), List.of()).schema().ids())
                    .containsExactly(ObjectId.namespace("public"));
        }
    }

    @Test
    void whatIsNotModelledIsNamed() {
        try (CatalogFixture fixture = CatalogFixture.of(18, """
                CREATE SUBSCRIPTION s CONNECTION 'dbname=nowhere password=c4nary' PUBLICATION p WITH (connect = false);
                """)) {
            assertThat(fixture.schema.unmodelled()).extracting(Object::toString).containsExactly(
                    "subscription s");
            fixture.database.run("ALTER SUBSCRIPTION s DISABLE; ALTER SUBSCRIPTION s SET (slot_name = NONE)");
            fixture.database.run("DROP SUBSCRIPTION s");
        }
    }

    @Test
    void privilegesOnAPartOfAnExtensionAreReadWhereTheExtensionDidNotGiveThem() {
        String extensions = "CREATE EXTENSION pgcrypto; CREATE EXTENSION pg_stat_statements; ";
        try (CatalogFixture fixture = CatalogFixture.of(18, extensions)) {
            assertThat(fixture.schema.unmodelled()).isEmpty();
        }
        try (CatalogFixture fixture = CatalogFixture.of(18,
                extensions + "REVOKE EXECUTE ON FUNCTION gen_random_bytes(integer) FROM PUBLIC")) {
            assertThat(fixture.schema.unmodelled()).isEmpty();
            assertThat(fixture.schema.all(Grant.class)).singleElement().satisfies(grant -> {
                assertThat(grant.id().parent())
                        .isEqualTo(ObjectId.overloaded(ObjectKind.ROUTINE, "public", "gen_random_bytes", "integer"));
                assertThat(grant.revokedDefaults()).containsExactly("EXECUTE");
                assertThat(fixture.schema.dependenciesOf(grant.id()))
                        .containsExactly(ObjectId.global(ObjectKind.EXTENSION, "pgcrypto"));
            });
        }
    }

    @Test
    void estimatesAreZeroOnlyWithoutASignOfRows() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("CREATE TABLE empty (id int); CREATE TABLE analyzed (id int); CREATE TABLE fresh (id int)");
            database.run("INSERT INTO analyzed SELECT generate_series(1, 1000); INSERT INTO fresh VALUES (1)");
            database.run("ANALYZE analyzed");
            CatalogSnapshot snapshot = CatalogFixture.read(database);
            assertThat(snapshot.rowsOf(table("empty"))).hasValue(0);
            assertThat(snapshot.rowsOf(table("analyzed"))).hasValue(1000);
            assertThat(snapshot.rowsOf(table("fresh")).getAsLong()).isPositive();
            assertThat(snapshot.rowsOf(table("nowhere"))).isEmpty();
        }
    }

    @Test
    void theFingerprintChangesWithTheSchemaAndOnlyWithIt() {
        try (TestDatabase database = TestDatabase.of(18); TestDatabase other = TestDatabase.of(18)) {
            database.run("CREATE TABLE a (x int); CREATE TABLE b (y int)");
            other.run("CREATE TABLE b (y int); CREATE TABLE a (x int)");
            String before = fingerprint(database);
            assertThat(before).hasSize(64).isEqualTo(fingerprint(other));
            other.run("ALTER TABLE a ALTER x SET DEFAULT 1");
            assertThat(fingerprint(other)).isNotEqualTo(before);
        }
    }

    private static String fingerprint(TestDatabase database) {
        return Fingerprint.of(CatalogFixture.read(database).schema()).text();
    }

    @Test
    void theServerIsDescribed() {
        try (TestDatabase database = TestDatabase.of(14)) {
            ServerInfo server = CatalogFixture.read(database).server();
            assertThat(server.major()).isEqualTo(14);
            assertThat(server.role()).isEqualTo("postgres");
            assertThat(server.inRecovery()).isFalse();
            assertThat(server.readOnly()).isFalse();
            assertThat(server.systemIdentifier()).isPresent();
            database.run("ALTER DATABASE " + server.database() + " SET default_transaction_read_only = on");
            assertThat(CatalogFixture.read(database).server().readOnly()).isTrue();
            database.run("ALTER DATABASE " + server.database() + " RESET default_transaction_read_only");
        }
    }

    @Test
    void dependenciesAreThoseThatPostgresRecorded() {
        try (CatalogFixture fixture = CatalogFixture.of(18, everything())) {
            Schema schema = fixture.schema;
            assertThat(schema.dependenciesOf(ObjectId.inSchema(ObjectKind.VIEW, "public", "happy"))).contains(
                    column("users", "name"), inPublic(ObjectKind.ENUM, "mood"),
                    ObjectId.overloaded(ObjectKind.ROUTINE, "public", "user_count", ""));
            assertThat(schema.dependenciesOf(ObjectId.overloaded(ObjectKind.ROUTINE, "public", "user_count", "")))
                    .contains(column("users", "name"));
            assertThat(schema.dependenciesOf(ColumnDefault.idOf(column("users", "luck"))))
                    .contains(ObjectId.overloaded(ObjectKind.ROUTINE, "public", "lucky", "integer"));
            assertThat(schema.dependenciesOf(column("users", "moods"))).contains(inPublic(ObjectKind.ENUM, "mood"));
            assertThat(schema.dependenciesOf(column("users", "score"))).contains(inPublic(ObjectKind.DOMAIN, "positive"));
            assertThat(schema.dependenciesOf(column("users", "home")))
                    .contains(ObjectId.inSchema(ObjectKind.COMPOSITE, "billing", "address"));
            assertThat(schema.dependenciesOf(column("users", "email")))
                    .contains(ObjectId.global(ObjectKind.EXTENSION, "citext"));
            assertThat(schema.dependenciesOf(inPublic(ObjectKind.VIEW, "happier")))
                    .contains(inPublic(ObjectKind.VIEW, "happy"));
            assertThat(schema.dependenciesOf(inPublic(ObjectKind.INDEX, "totals_user")))
                    .contains(inPublic(ObjectKind.MATERIALIZED_VIEW, "totals"));
        }
    }
}
