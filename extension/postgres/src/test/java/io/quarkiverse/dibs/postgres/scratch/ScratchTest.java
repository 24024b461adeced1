package io.quarkiverse.dibs.postgres.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Unmodelled;

class ScratchTest {

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void filesLoadInAnyOrder(int major) {
        Schema schema = read(major, new SqlFile("a.sql", """
                CREATE VIEW app.v AS SELECT id, f(id) AS twice FROM app.t;
                -- a comment; with a semicolon
                CREATE TABLE app.t (id int REFERENCES app.parent, m mood DEFAULT 'a;b');
                """), new SqlFile("z.sql", """
                CREATE TYPE mood AS ENUM ('a;b', 'c');
                CREATE TABLE app.parent (id int PRIMARY KEY);
                CREATE SCHEMA app;
                CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $x$ select $1 * 2; $x$"""));
        assertThat(schema.contains(ObjectId.inSchema(ObjectKind.VIEW, "app", "v"))).isTrue();
        assertThat(schema.all(Table.class)).hasSize(2);
        assertThat(scratchDatabases(major)).isEmpty();
    }

    @Test
    void itsUrlIsThatOfTheServerWithItsOwnDatabase() {
        assertThat(Scratch.withDatabase("postgresql://me:secret@host:5432/shop?sslmode=require", "s"))
                .isEqualTo("postgresql://me:secret@host:5432/s?sslmode=require");
        assertThat(Scratch.withDatabase("postgresql://host", "s")).isEqualTo("postgresql://host/s");
        assertThat(Scratch.withDatabase("postgresql:///shop?dbname=other&host=/tmp", "s"))
                .isEqualTo("postgresql:///s?host=/tmp");
    }

    @Test
    void semicolonsInBodiesAndQuotesDoNotEndAStatement() {
        Schema schema = read(18, new SqlFile("f.sql", """
                CREATE TABLE "odd;name" (id int /* a; /* nested; */ b */ , note text DEFAULT E'it\\'s; fine');
                CREATE FUNCTION n() RETURNS int BEGIN ATOMIC
                  SELECT CASE WHEN true THEN 1 ELSE 2 END;
                  SELECT count(*)::int FROM "odd;name";
                END;
                CREATE RULE r AS ON INSERT TO "odd;name" DO ALSO (DELETE FROM "odd;name"; SELECT 1);
                DO $$ BEGIN PERFORM 1; END $$;
                BEGIN; CREATE TABLE last (id int); COMMIT;
                """));
        assertThat(schema.all(Routine.class)).hasSize(1);
        assertThat(schema.contains(ObjectId.table("public", "last"))).isTrue();
    }

    @Test
    void settingsOfAFileHoldForItsStatementsOnly() {
        Schema schema = read(18, new SqlFile("a.sql", "SET search_path = app; CREATE TABLE one (id int REFERENCES two);"),
                new SqlFile("b.sql", "CREATE SCHEMA app; CREATE TABLE three (id int);"),
                new SqlFile("c.sql", "SELECT pg_catalog.set_config('search_path', 'app', false);\n"
                        + "CREATE TABLE two (id int PRIMARY KEY);"));
        assertThat(schema.all(Table.class)).extracting(Table::id).containsExactlyInAnyOrder(ObjectId.table("app", "one"),
                ObjectId.table("app", "two"), ObjectId.table("public", "three"));
    }

    @Test
    void aRoleGrantsOnceItMayAndForItsStatementsOnly() {
        String roles = """
                DO $$ BEGIN CREATE ROLE scratch_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                DO $$ BEGIN CREATE ROLE scratch_writer; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                """;
        Schema schema = read(18, new SqlFile("a.sql", roles + """
                SET ROLE scratch_writer;
                GRANT SELECT ON t TO scratch_reader;
                RESET ROLE;
                CREATE TABLE u (id int);
                SET SESSION AUTHORIZATION scratch_writer;
                GRANT SELECT ON u TO scratch_reader;
                """), new SqlFile("b.sql", """
                GRANT SELECT ON t, u TO scratch_writer WITH GRANT OPTION;
                CREATE TABLE t (id int);
                """));
        ObjectId t = ObjectId.table("public", "t");
        ObjectId u = ObjectId.table("public", "u");
        assertThat(schema.all(Grant.class)).extracting(Grant::id).containsExactlyInAnyOrder(
                Grant.idOf(t, "scratch_writer", ""), Grant.idOf(t, "scratch_reader", "scratch_writer"),
                Grant.idOf(u, "scratch_writer", ""), Grant.idOf(u, "scratch_reader", "scratch_writer"));
    }

    @Test
    void whatNeverBecomesPossibleIsNamedWithItsPlace() {
        Problem problem = problemOf(
                new SqlFile("schema.sql", "CREATE TABLE ok (id int);\n\nCREATE VIEW v AS\n  SELECT id FROM nowhere;"));
        assertThat(problem.code()).isEqualTo("DIBS-0280");
        assertThat(problem.location()).contains("schema.sql:4:18");
        assertThat(problem.message()).contains("nowhere");
        assertThat(problem.position()).isPresent();
    }

    @Test
    void aMistakeIsNamedAtOnce() {
        Problem problem = problemOf(new SqlFile("x.sql", "CREATE TABLE t (id int);\nCREATE TABEL u (id int);"));
        assertThat(problem.location()).contains("x.sql:2:8");
        assertThat(problem.sqlState()).contains("42601");
    }

    @Test
    void whatADumpTellsPsqlToRefuseIsPassedOver() {
        Schema schema = read(18, new SqlFile("dump.sql",
                "--\n\n\\restrict 7hyfyqVO1gEv9ixe\n\nCREATE TABLE t (id int);\n\n\\unrestrict 7hyfyqVO1gEv9ixe\n"));
        assertThat(schema.contains(ObjectId.table("public", "t"))).isTrue();
        assertThat(problemOf(new SqlFile("p.sql", "CREATE TABLE t (id int \\restrict x\n);")).code()).isEqualTo("DIBS-0281");
    }

    @Test
    void commandsOfPsqlAreRefusedByLine() {
        assertThat(problemOf(new SqlFile("p.sql", "SELECT 1;\n\\connect other\n")).location()).contains("p.sql:2:1");
        assertThat(problemOf(new SqlFile("p.sql", "\\echo Use CREATE EXTENSION \\quit\n")).code()).isEqualTo("DIBS-0281");
        assertThat(problemOf(new SqlFile("p.sql", "\\set name 'value'\n")).code()).isEqualTo("DIBS-0281");
        assertThat(problemOf(new SqlFile("p.sql", "COPY t FROM stdin;\n1\n")).code()).isEqualTo("DIBS-0281");
        assertThat(problemOf(new SqlFile("p.sql", "SELECT 'never")).code()).isEqualTo("DIBS-0283");
    }

    @Test
    void rowsOfADumpArePassedOver() {
        SqlFile dump = new SqlFile("dump.sql", """
                CREATE TABLE t (id int, x text);
                COPY public.t (id, x) FROM stdin;
                1\tit's; "quoted" $$ /* and
                2\t\\N
                \\.


                CREATE TABLE u (id int);
                SELECT 'COPY t FROM stdin;
                \\.
                ';
                CREATE VIEW broken AS SELECT nothing;
                """);
        assertThat(problemOf(dump).location()).contains("dump.sql:12:30");
        assertThat(read(18, new SqlFile("dump.sql", dump.text().replace("nothing", "1"))).all(Table.class)).hasSize(2);
    }

    @Test
    void nothingThatAFileSaysReachesBeyondTheScratchDatabase() {
        ask("DROP ROLE IF EXISTS beyond_made, \"Beyond There\"");
        ask("CREATE ROLE \"Beyond There\"");
        try {
            Schema schema = read(18, new SqlFile("dump.sql", """
                    DROP DATABASE IF EXISTS postgres;
                    CREATE ROLE beyond_made WITH LOGIN SUPERUSER PASSWORD 'secret';
                    CREATE USER "Beyond There";
                    ALTER ROLE "Beyond There" WITH LOGIN PASSWORD 'secret';
                    CREATE DATABASE beyond;
                    ALTER SYSTEM SET work_mem = '77MB';
                    GRANT beyond_made TO "Beyond There";
                    GRANT CONNECT ON DATABASE postgres TO beyond_made;
                    COMMENT ON DATABASE postgres IS 'beyond';
                    DROP OWNED BY "Beyond There";
                    CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p;
                    CREATE TABLE t (id int);
                    ALTER TABLE t OWNER TO beyond_made;
                    GRANT SELECT ON t TO "Beyond There";
                    DROP ROLE "Beyond There";
                    """));
            assertThat(schema.all(Grant.class)).extracting(grant -> grant.id().name()).contains("Beyond There");
            assertThat(schema.unmodelled()).extracting(Unmodelled::name).containsExactlyInAnyOrder(
                    "DROP DATABASE IF EXISTS postgres", "CREATE ROLE beyond_made WITH LOGIN", "CREATE USER \"Beyond There\"",
                    "ALTER ROLE \"Beyond There\" WITH LOGIN", "CREATE DATABASE beyond",
                    "ALTER SYSTEM SET work_mem", "GRANT beyond_made TO \"Beyond There\"", "GRANT CONNECT ON DATABASE postgres",
                    "COMMENT ON DATABASE postgres IS", "DROP OWNED BY \"Beyond There\"", "CREATE SUBSCRIPTION s CONNECTION",
                    "DROP ROLE \"Beyond There\"");
            assertThat(ask("SELECT rolname::text || ' ' || rolcanlogin FROM pg_roles WHERE rolname ILIKE 'beyond%'"))
                    .containsExactly("Beyond There false");
            assertThat(ask("SELECT 'there' FROM pg_database WHERE datname = 'beyond' "
                    + "OR shobj_description(oid, 'pg_database') = 'beyond'")).isEmpty();
            assertThat(ask("SELECT 'there' FROM pg_file_settings WHERE setting = '77MB'")).isEmpty();
        } finally {
            ask("DROP ROLE \"Beyond There\"");
        }
    }

    @Test
    void aRoleOfARunThatWasKilledGoesWithTheNext() {
        ask("DROP ROLE IF EXISTS beyond_left");
        ask("CREATE ROLE beyond_left");
        ask("COMMENT ON ROLE beyond_left IS 'dibs scratch role of process 999999999'");
        read(18, new SqlFile("a.sql", "CREATE TABLE t (id int)"));
        assertThat(ask("SELECT 'there' FROM pg_roles WHERE rolname = 'beyond_left'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE TABLE ok (id int);\nCREATE TABLE %s (id int);",
            "SET client_min_messages = error;\nCREATE TABLE %s (id int);", "-- more\nCREATE VIEW %s AS SELECT * FROM later;" })
    void aNameThatPostgresWouldCutOffIsRefusedWithItsPlace(String sql) {
        String name = "n".repeat(62) + "é";
        assertThat(read(18, new SqlFile("fits.sql", "CREATE TABLE \"" + name.substring(1) + "\" (id int)")).all(Table.class))
                .hasSize(1);
        for (String written : List.of(name, "\"" + name + "\"", "\"" + "\"\"".repeat(64) + "\"")) {
            Problem problem = problemOf(new SqlFile("long.sql", sql.formatted(written)));
            assertThat(problem.code()).isEqualTo("DIBS-0284");
            assertThat(problem.message()).contains("will be truncated");
            assertThat(problem.location().orElseThrow()).isIn("long.sql:2:14", "long.sql:2:13");
            assertThat(problem.sqlState()).contains("42622");
        }
    }

    @Test
    void aNameThatIsMadeWhileLoadingIsRefusedByItsStatement() {
        Problem problem = problemOf(new SqlFile("made.sql",
                "SELECT 1;\nDO $$ BEGIN EXECUTE 'CREATE TABLE ' || repeat('n', 64) || ' (id int)'; END $$;"));
        assertThat(problem.code()).isEqualTo("DIBS-0284");
        assertThat(problem.location()).contains("made.sql:2:1");
    }

    @Test
    void aLeftoverOfADeadProcessIsRemovedByTheNext() {
        String leftover = "dibs_scratch_0123456789abcdef";
        try (PgSession admin = PgSession.open(TestDatabase.VERTX, SharedTestServer.of(18).url(), PgSession.ONE_BY_ONE)) {
            admin.run("CREATE DATABASE " + leftover);
            admin.run("COMMENT ON DATABASE " + leftover + " IS 'dibs scratch database of process 999999999 since 1'");
        }
        read(18, new SqlFile("a.sql", "SELECT 1"));
        assertThat(scratchDatabases(18)).isEmpty();
    }

    @Test
    void aLeftoverOfAProcessThatDiedBeforeItsSecondStatementIsRemovedByTheNext() {
        String dead = "dibs_scratch_999999999_1_0123456789abcdef";
        String alive = ScratchName.create(System.currentTimeMillis() / 1_000);
        ask("CREATE DATABASE " + dead);
        ask("CREATE DATABASE " + alive);
        read(18, new SqlFile("a.sql", "SELECT 1"));
        try {
            assertThat(scratchDatabases(18)).containsExactly(alive);
        } finally {
            ask("DROP DATABASE " + alive);
        }
    }

    @Test
    void aFileMeansTheSameWhateverTheRoleHasSet() {
        SqlFile file = new SqlFile("a.sql", """
                CREATE TABLE t (a text DEFAULT '\\0n', d date DEFAULT '01/02/2026'::date,
                  i interval DEFAULT '-1 2:03'::interval, z timestamptz DEFAULT '2026-01-01 00:00'::timestamptz)""");
        ask("DROP ROLE IF EXISTS odd_reader");
        ask("CREATE ROLE odd_reader SUPERUSER LOGIN PASSWORD 'odd'");
        for (String setting : List.of("standard_conforming_strings = off", "datestyle = 'SQL, DMY'",
                "intervalstyle = 'sql_standard'", "timezone = 'Asia/Tokyo'")) {
            ask("ALTER ROLE odd_reader SET " + setting);
        }
        try {
            Schema schema = Scratch.read(TestDatabase.VERTX,
                    "postgresql://odd_reader:odd@127.0.0.1:" + SharedTestServer.of(18).port() + "/postgres", List.of(file))
                    .schema();
            assertThat(schema.all(ColumnDefault.class)).hasSize(4)
                    .isEqualTo(read(18, file).all(ColumnDefault.class).toList());
        } finally {
            ask("DROP ROLE odd_reader");
        }
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsTold() {
        try (TestDatabase database = TestDatabase.of(18)) {
            database.run("CREATE ROLE small LOGIN PASSWORD 'small'");
            DibsException e = catchThrowableOfType(DibsException.class, () -> Scratch.create(TestDatabase.VERTX,
                    "postgresql://small:small@127.0.0.1:" + database.server().port() + "/postgres"));
            database.run("DROP ROLE small");
            assertThat(e.problem().code()).isEqualTo("DIBS-0282");
            assertThat(e.problem().remedy()).get().asString().contains("--scratch-url");
        }
    }

    private static Schema read(int major, SqlFile... files) {
        Schema schema = Scratch.read(TestDatabase.VERTX, SharedTestServer.of(major).url(), List.of(files)).schema();
        assertThat(schema.all(Column.class)).isNotNull();
        return schema;
    }

    private static Problem problemOf(SqlFile file) {
        DibsException e = catchThrowableOfType(DibsException.class, () -> read(18, file));
        assertThat(e).as("refused").isNotNull();
        assertThat(scratchDatabases(18)).isEmpty();
        return e.problem();
    }

    /** The first column of what the server of most tests answers. */
    private static List<String> ask(String sql) {
        try (PgSession admin = PgSession.open(TestDatabase.VERTX, SharedTestServer.of(18).url(), PgSession.ONE_BY_ONE)) {
            List<String> answers = new java.util.ArrayList<>();
            admin.run(sql).forEach(row -> answers.add(row.getString(0)));
            return answers;
        }
    }

    private static List<String> scratchDatabases(int major) {
        try (PgSession admin = PgSession.open(TestDatabase.VERTX, SharedTestServer.of(major).url(), PgSession.ONE_BY_ONE)) {
            List<String> names = new java.util.ArrayList<>();
            admin.run("SELECT datname::text FROM pg_database WHERE datname LIKE 'dibs_scratch_%'")
                    .forEach(row -> names.add(row.getString(0)));
            return names;
        }
    }
}
