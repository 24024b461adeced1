package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.ApplyOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.MigrationEvent;

/** A role that is no superuser, from which each right that a change needs is taken in turn. */
@ParameterizedClass
@ValueSource(ints = 18)
class P12_PermissionsTest {

    private static final List<String> CONSENT = Stream.of(io.quarkiverse.dibs.plan.Hazard.values())
            .map(io.quarkiverse.dibs.plan.Hazard::writtenName).toList();
    private static final Consumer<MigrationEvent> NOBODY = event -> {
    };

    /**
     * One right taken away.
     *
     * @param from of the application's role, which has all rights otherwise
     * @param revoke takes the right away
     * @param to what the schema is to become
     * @param lacking what the refusal has to name
     */
    record Case(String name, String from, String revoke, String to, String lacking) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String table = "CREATE TABLE t (id bigint PRIMARY KEY, v text)";
        String owned = "ALTER TABLE t OWNER TO postgres";
        return Stream.of(
                new Case("create table", "", "REVOKE CREATE ON SCHEMA public FROM app", table, "CREATE on schema public"),
                new Case("create schema", "", "", "CREATE SCHEMA s", "CREATE on the database"),
                new Case("create view", table, "REVOKE CREATE ON SCHEMA public FROM app",
                        table + "; CREATE VIEW w AS SELECT id FROM t", "CREATE on schema public"),
                new Case("create type", "", "REVOKE CREATE ON SCHEMA public FROM app", "CREATE TYPE m AS ENUM ('a')",
                        "CREATE on schema public"),
                new Case("add column", table, owned, "CREATE TABLE t (id bigint PRIMARY KEY, v text, w int)",
                        "ownership of public.t"),
                new Case("drop column", table, owned, "CREATE TABLE t (id bigint PRIMARY KEY)", "ownership of public.t"),
                new Case("change a type", table, owned, "CREATE TABLE t (id bigint PRIMARY KEY, v varchar(9))",
                        "ownership of public.t"),
                new Case("set not null", table, owned, "CREATE TABLE t (id bigint PRIMARY KEY, v text NOT NULL)",
                        "ownership of public.t"),
                new Case("create index", table, owned, table + "; CREATE INDEX i ON t (v)", "ownership of public.t"),
                new Case("index in a schema", table, "REVOKE CREATE ON SCHEMA public FROM app",
                        table + "; CREATE INDEX i ON t (v)", "CREATE on schema public"),
                new Case("drop index", table + "; CREATE INDEX i ON t (v)", owned, table, "ownership of public.i"),
                new Case("add check", table, owned, "CREATE TABLE t (id bigint PRIMARY KEY, v text CHECK (v <> ''))",
                        "ownership of public.t"),
                new Case("comment", table, owned, table + "; COMMENT ON TABLE t IS 'x'", "ownership of public.t"),
                new Case("comment on a column", table, owned, table + "; COMMENT ON COLUMN t.v IS 'x'",
                        "ownership of public.t"),
                new Case("drop table", table, owned, "", "ownership of public.t"),
                new Case("foreign key", table, owned + "; REVOKE REFERENCES ON t FROM app",
                        table + "; CREATE TABLE u (t bigint REFERENCES t)", "REFERENCES on table public.t"),
                new Case("drop view", table + "; CREATE VIEW w AS SELECT id FROM t", "ALTER VIEW w OWNER TO postgres", table,
                        "ownership of public.w"),
                new Case("enum label", "CREATE TYPE m AS ENUM ('a')", "ALTER TYPE m OWNER TO postgres",
                        "CREATE TYPE m AS ENUM ('a', 'b')", "ownership of type public.m"),
                new Case("drop function", "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "ALTER FUNCTION f(int) OWNER TO postgres", "", "ownership of function public.f"),
                new Case("create trigger",
                        table + "; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", owned,
                        table + "; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                                + " CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
                        "ownership of public.t"),
                new Case("policy", table, owned, table + "; CREATE POLICY p ON t USING (true)", "ownership of public.t"),
                new Case("sequence", "CREATE SEQUENCE q", "ALTER SEQUENCE q OWNER TO postgres",
                        "CREATE SEQUENCE q INCREMENT BY 5", "ownership of public.q"));
    }

    @Parameter
    int major;

    private RunnerFixture fixture;
    private TestDatabase wanted;

    @BeforeEach
    void roleWithoutSuperpowers() {
        fixture = new RunnerFixture(major);
        wanted = TestDatabase.of(major);
        fixture.database.run("DO $$ BEGIN CREATE ROLE app LOGIN PASSWORD 'app'; EXCEPTION WHEN duplicate_object THEN NULL;"
                + " WHEN unique_violation THEN NULL; END $$");
        fixture.database.run("REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT CREATE, USAGE ON SCHEMA public TO app");
    }

    @AfterEach
    void drop() {
        fixture.close();
        wanted.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRightThatIsLackingIsNamedBeforeTheFirstStatement(Case change) {
        asApp(change.from);
        fixture.database.run(change.revoke.isEmpty() ? "SELECT 1" : change.revoke);
        if (!change.to.isEmpty()) {
            wanted.run(change.to);
        }
        List<String> before = fixture.rows("SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " ORDER BY 1");
        DibsException refused = catchThrowableOfType(DibsException.class, () -> apply());

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.problem().code()).as(refused.problem().toString()).isEqualTo("DIBS-0615");
        assertThat(refused.problem().message()).contains("role app lacks", change.lacking);
        assertThat(fixture.rows("SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " ORDER BY 1")).isEqualTo(before);
    }

    @Test
    void whoseGrantsAreToBeTakenBackHasToBeOnesOwnRole() {
        fixture.database
                .run("DO $$ BEGIN CREATE ROLE app_lender; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;"
                        + " END $$");
        asApp("CREATE TABLE t (id int); GRANT SELECT ON t TO app_lender WITH GRANT OPTION");
        fixture.database.run("SET ROLE app_lender; GRANT SELECT ON t TO PUBLIC; RESET ROLE");
        wanted.run("CREATE TABLE t (id int); GRANT SELECT ON t TO app_lender WITH GRANT OPTION");
        wanted.run("ALTER TABLE t OWNER TO app");

        assertThatThrownBy(this::apply).isInstanceOf(DibsException.class)
                .hasMessageContaining("membership of role app_lender");
        fixture.database.run("GRANT app_lender TO app");
        assertThat(apply()).isNotNull();
        fixture.database.run("REVOKE app_lender FROM app");
        assertThat(fixture.rows("SELECT has_table_privilege('pg_monitor', 't', 'SELECT')")).containsExactly("false");
    }

    @Test
    void theUrlMayNameTheRoleThatIsToOwnEverything() {
        fixture.database.run("DO $$ BEGIN CREATE ROLE app_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;"
                + " END $$");
        fixture.database.run("GRANT CREATE, USAGE ON SCHEMA public TO app_owner");
        String url = appUrl() + (appUrl().contains("?") ? "&" : "?") + "options=-c%20role%3Dapp_owner";
        MigrationRunner runner = new MigrationRunner(TestDatabase.VERTX, url, new HistoryTables("public"), Map.of());

        assertThatThrownBy(() -> RunnerFixture.collect(runner.start(List.of(TestMigration.sql(1, "SELECT 1")),
                RunOptions.defaults()))).isInstanceOf(DibsException.class).hasMessageContaining("app_owner");

        fixture.database.run("GRANT app_owner TO app");
        RunnerFixture.collect(runner.start(List.of(TestMigration.sql(1, "CREATE TABLE t ()", "SET ROLE app", "RESET ROLE",
                "CREATE TABLE u ()")), RunOptions.defaults()));
        fixture.database.run("REVOKE app_owner FROM app");
        assertThat(fixture.rows("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("app_owner");
        assertThat(fixture.rows("SELECT db_user FROM __dibs_migrations")).containsExactly("app_owner");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withAllRightsTheSameIsApplied(Case change) {
        asApp(change.from);
        fixture.database.run("DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO app', current_database()); END $$");
        if (!change.to.isEmpty()) {
            wanted.run(change.to);
        }
        ApplyReport report = apply();
        // what the role makes is its own, and what was wanted belongs to another
        assertThat(report.problem().map(problem -> problem.code()).orElse("DIBS-0517")).as(report.toString())
                .isEqualTo("DIBS-0517");
        assertThat(report.count(ApplyReport.State.UNAPPLIED)).isZero();
    }

    @Test
    void allGapsAreNamedAtOnce() {
        fixture.database.run("CREATE TABLE t (id bigint PRIMARY KEY)");
        fixture.database.run("CREATE TYPE m AS ENUM ('a')");
        fixture.database.run("REVOKE CREATE ON SCHEMA public FROM app");
        wanted.run("CREATE TABLE t (id bigint PRIMARY KEY, v int)");
        wanted.run("CREATE TYPE m AS ENUM ('a', 'b')");
        wanted.run("CREATE TABLE u (id int)");
        wanted.run("CREATE SCHEMA s");
        assertThatThrownBy(() -> apply()).hasMessageContaining("CREATE on the database")
                .hasMessageContaining("CREATE on schema public").hasMessageContaining("ownership of public.t")
                .hasMessageContaining("ownership of type public.m");
    }

    @Test
    void aRunOfMigrationsNamesWhatItsOwnTablesLack() {
        fixture.database.run("REVOKE CREATE ON SCHEMA public FROM app");
        assertThatThrownBy(() -> migrate(TestMigration.sql(1, "SELECT 1"))).hasMessageContaining("DIBS-0615")
                .hasMessageContaining("role app lacks").hasMessageContaining("CREATE on schema public");

        fixture.run(TestMigration.sql(1, "SELECT 1"));
        fixture.database.run("GRANT SELECT ON __dibs_migrations TO app");
        assertThatThrownBy(() -> migrate(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "CREATE TABLE x ()")))
                .hasMessageContaining("INSERT on public.__dibs_migrations")
                .hasMessageContaining("UPDATE on public.__dibs_tables");
    }

    @Test
    void aRefusalInTheMiddleSaysWhichRoleNeedsWhatOnWhat() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("CREATE SCHEMA closed");
        List<String> refused = List.of("SELECT * FROM t", "INSERT INTO t VALUES (1)", "ALTER TABLE t ADD COLUMN x int",
                "CREATE TABLE closed.x ()", "SELECT pg_read_file('x')", "CREATE TABLE y (i int REFERENCES t)");
        List<String> words = List.of("SELECT on table t", "INSERT on table t", "ownership of table t",
                "CREATE on schema closed", "EXECUTE on function pg_read_file", "REFERENCES on table t");
        fixture.database.run("ALTER TABLE t ADD PRIMARY KEY (id)");
        for (int i = 0; i < refused.size(); i++) {
            assertThat(failure(migrate(TestMigration.sql(1, refused.get(i)))).problem().remedy().orElseThrow())
                    .contains("role app needs " + words.get(i));
        }
    }

    private void asApp(String sql) {
        if (!sql.isEmpty()) {
            fixture.database.run("SET ROLE app");
            fixture.database.run(sql);
            fixture.database.run("RESET ROLE");
        }
    }

    private List<MigrationEvent> migrate(TestMigration... migrations) {
        return RunnerFixture.collect(new MigrationRunner(TestDatabase.VERTX, appUrl(), new HistoryTables("public"), Map.of())
                .start(List.of(migrations), RunOptions.defaults()));
    }

    private String appUrl() {
        String url = fixture.database.url();
        return "postgresql://app:app@" + url.substring(url.indexOf('@') + 1);
    }

    private ApplyReport apply() {
        String plan = PlanFileCodec.write(new PlanOperation(context(appUrl())).file(
                new DiffRequest("db", wanted.url(), List.of(), List.of(), Optional.empty()), "test"));
        return new ApplyOperation(context(appUrl())).prepare(plan, CONSENT, Duration.ofSeconds(10), NOBODY).apply();
    }

    private static OperationContext context(String url) {
        return OperationContext.withoutModule(TestDatabase.VERTX, Optional.of(url));
    }
}
