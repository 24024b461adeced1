package io.quarkiverse.dibs.postgres.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Unmodelled;

/** Files as dumps and tools for migrations write them. */
class DumpsAndMigrationsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsTakenAwayBeforeItIsMadeStays() {
        Schema schema = read(new SqlFile("clean.sql", """
                ALTER TABLE ONLY app.t DROP CONSTRAINT t_pkey;
                ALTER TABLE app.t ALTER COLUMN id DROP DEFAULT;
                DROP VIEW app.v;
                DROP FUNCTION app.f(integer);
                DROP TABLE app.t;
                DROP SCHEMA app;
                CREATE SCHEMA app;
                CREATE TABLE app.t (id int DEFAULT 1);
                ALTER TABLE ONLY app.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
                CREATE OR REPLACE FUNCTION app.f(a integer) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE VIEW app.v AS SELECT id FROM app.t;
                """));
        ObjectId t = ObjectId.table("app", "t");
        assertThat(schema.ids()).contains(t, ObjectId.part(ObjectKind.PRIMARY_KEY, t, "t_pkey"),
                ObjectId.inSchema(ObjectKind.VIEW, "app", "v"));
        assertThat(schema.all(Routine.class)).hasSize(1);
    }

    @Test
    void whatIsMadeBeforeItIsTakenAwayGoes() {
        assertThat(tables(new SqlFile("a.sql", "CREATE TABLE t (id int); CREATE TABLE u (id int); DROP TABLE t;"),
                new SqlFile("b.sql", "DROP TABLE u; CREATE TABLE w (id int);"))).containsExactly("w");
    }

    @Test
    void aTransactionThatIsRolledBackMakesNothing() {
        assertThat(tables(new SqlFile("t.sql", """
                BEGIN; CREATE TABLE a (id int); ROLLBACK;
                START TRANSACTION;
                SET LOCAL search_path = app;
                CREATE TABLE b (id int);
                SAVEPOINT here;
                CREATE TABLE c (id int);
                ROLLBACK TO SAVEPOINT here;
                LOCK TABLE app.b IN SHARE MODE;
                COMMIT;
                CREATE TABLE d (id int);
                CREATE SCHEMA app;
                """))).containsExactly("app.b", "d");
    }

    @Test
    void rowsOfACopyArePassedOverHoweverItIsWritten() {
        Schema schema = read(new SqlFile("rows.sql", """
                CREATE TABLE t (id int, note text);
                  copy t (id, note)
                    from stdin;
                1\tit's
                2\t$$
                \\.
                CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $f$
                SELECT '
                COPY t FROM stdin;
                1
                \\.
                ' $f$;
                COPY t TO stdout;
                """));
        assertThat(schema.all(Routine.class)).singleElement().satisfies(
                routine -> assertThat(routine.definition().toString()).contains("COPY t FROM stdin;"));
        assertThat(schema.unmodelled()).extracting(Unmodelled::name).containsExactly("COPY t TO stdout");
    }

    @Test
    void nothingReachesAnotherServerOrAProgram() {
        Schema schema = read(new SqlFile("beyond.sql", """
                CREATE SUBSCRIPTION s CONNECTION 'host=nowhere password=secret' PUBLICATION p WITH (connect = false);
                ALTER SUBSCRIPTION s ENABLE;
                DROP SUBSCRIPTION s;
                CREATE TABLE t (id int);
                COPY t FROM PROGRAM 'false';
                SELECT pg_create_physical_replication_slot('dibs_never');
                """));
        assertThat(schema.unmodelled()).extracting(Unmodelled::name).containsExactly("ALTER SUBSCRIPTION s ENABLE",
                "COPY t FROM PROGRAM", "CREATE SUBSCRIPTION s CONNECTION", "DROP SUBSCRIPTION s",
                "SELECT pg_create_physical_replication_slot");
    }

    @Test
    void theIndexThatATableIsClusteredOnIsPartOfTheSchema() {
        Schema schema = read(new SqlFile("c.sql", "CREATE TABLE t (id int PRIMARY KEY); CLUSTER t USING t_pkey;"));
        assertThat(schema.ids()).anyMatch(id -> id.kind() == ObjectKind.CLUSTERING);
        assertThat(schema.unmodelled()).isEmpty();
    }

    @Test
    void aDumpOfTheSchemaPublicOrOfANewerServerLoads() {
        assertThat(tables(new SqlFile("public.sql", """
                \uFEFFSET transaction_timeout_of_another_server = 0;
                CREATE SCHEMA public;
                CREATE TABLE public.t (id int);
                """))).containsExactly("t");
    }

    @Test
    void aDumpThatCreatesItsDatabaseIsTheSchemaOfThat() {
        assertThat(tables(new SqlFile("create.sql", """
                SET client_encoding = 'UTF8';
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8';
                ALTER DATABASE shop OWNER TO somebody;
                \\connect shop
                SET client_encoding = 'UTF8';
                ALTER DATABASE shop SET "TimeZone" TO 'UTC';
                COMMENT ON DATABASE shop IS 'ours';
                \\connect -reuse-previous=on "dbname='shop'"
                CREATE TABLE public.t (id int);
                """))).containsExactly("t");
    }

    @Test
    void whatPsqlIsToldOfItsOwnIsPassedOver() {
        assertThat(tables(new SqlFile("script.sql", """
                \\set ON_ERROR_STOP on
                \\echo the tables ...
                \\timing
                CREATE TABLE t (id int);
                """))).containsExactly("t");
    }

    @Test
    void theSearchPathMayNameASchemaThatComesLater() {
        assertThat(tables(new SqlFile("a.sql", "SET search_path = app, public; CREATE TABLE t (id int);"),
                new SqlFile("b.sql", "CREATE SCHEMA app;"))).containsExactly("app.t");
    }

    @Test
    void theWayBackOfMigrationsIsLeftOut() throws IOException {
        write("1_t.up.sql", "CREATE TABLE t (id int);");
        write("1_t.down.sql", "DROP TABLE t;");
        write("V2__u.sql", "CREATE TABLE u (id int);");
        write("U2__u.sql", "DROP TABLE u;");
        write("V10__u.sql", "ALTER TABLE u RENAME id TO number;");
        write("3.sql", "-- migrate:up\nCREATE TABLE w (id int);\n-- migrate:down\nDROP TABLE w;\n");
        write("4.sql", "-- +goose Up\nCREATE TABLE x (id int);\n-- +goose Down\nDROP TABLE x;\n");
        write("deploy/y.sql", "CREATE TABLE y (id int);");
        write("revert/y.sql", "DROP TABLE y;");
        write(".hidden/z.sql", "no SQL");
        write("OTHER.SQL", "CREATE TABLE z (id int);");
        List<String> leftOut = new ArrayList<>();
        assertThat(tables(SqlFiles.read(folder, leftOut).toArray(SqlFile[]::new))).containsExactly("t", "u", "w", "x", "y",
                "z");
        assertThat(leftOut).map(place -> folder.relativize(Path.of(place)).toString()).containsExactly("1_t.down.sql",
                "3.sql:3:1", "4.sql:3:1", "U2__u.sql", "revert/y.sql");
    }

    @Test
    void anotherEncodingIsNamedWithItsPlace() throws IOException {
        Files.write(folder.resolve("latin.sql"), "CREATE TABLE a (id int);\n-- \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        DibsException refused = catchThrowableOfType(DibsException.class, () -> SqlFiles.read(folder, new ArrayList<>()));
        assertThat(refused.problem().code()).isEqualTo("DIBS-0306");
        assertThat(refused.problem().location()).contains(folder.resolve("latin.sql") + ":2:4");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> tables(SqlFile... files) {
        return read(files).all(Table.class).map(table -> table.id().display()).toList();
    }

    private static Schema read(SqlFile... files) {
        return Scratch.read(TestDatabase.VERTX, SharedTestServer.of(18).url(), List.of(files)).schema();
    }
}
