package io.quarkiverse.dibs.postgres.fleet;

import static io.quarkiverse.dibs.postgres.fleet.FleetFixture.TENANTS;
import static io.quarkiverse.dibs.postgres.fleet.FleetFixture.collect;
import static io.quarkiverse.dibs.postgres.fleet.FleetFixture.row;
import static io.quarkiverse.dibs.postgres.fleet.FleetFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.postgres.run.TestMigration;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRows;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class FleetTest {

    private static final FleetRequest EACH_TENANT = FleetRequest.ofQuery(TENANTS).withParallel(3);
    private static final TestMigration USERS = TestMigration.sql(1, "CREATE TABLE users (id int PRIMARY KEY, name text)");
    private static final TestMigration INDEX = TestMigration
            .sql(2, "CREATE INDEX CONCURRENTLY users_name ON users (name)").withoutTransaction();

    @Parameter
    int major;

    private FleetFixture fixture;

    @BeforeEach
    void database() {
        fixture = new FleetFixture(major);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void eachSchemaGetsItsOwnTablesAndItsOwnHistory() {
        fixture.withTenants(5);
        FleetRows rows = fixture.migrate(EACH_TENANT, USERS, INDEX);
        assertThat(told(rows)).containsExactly("tenant_1 MIGRATED none 2", "tenant_2 MIGRATED none 2",
                "tenant_3 MIGRATED none 2", "tenant_4 MIGRATED none 2", "tenant_5 MIGRATED none 2");
        assertThat(rows.exitStatus()).isZero();
        assertThat(fixture.query("""
                SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relname IN ('users', 'users_name', '__dibs_migrations', '__dibs_log') AND n.nspname <> 'public'
                """)).hasSize(20);
        assertThat(fixture.query("SELECT to_regclass('public.__dibs_migrations'), to_regclass('public.users')"))
                .containsExactly("null null");
        for (int i = 1; i <= 5; i++) {
            assertThat(fixture.query("SELECT version, state FROM tenant_" + i + ".__dibs_migrations ORDER BY rank"))
                    .containsExactly("1 applied", "2 applied");
            assertThat(fixture.query("SELECT table_schema, table_name, created_by FROM tenant_" + i + ".__dibs_tables"))
                    .as("what others did at the same time is not taken for this one's").containsExactly("tenant_" + i
                            + " users 1");
        }
    }

    @Test
    void aSecondRunHasNothingToDoAndTakesNoLock() {
        fixture.withTenants(4);
        fixture.migrate(EACH_TENANT, USERS);
        try (PgSession holder = holder("tenant_2")) {
            List<FleetEvent> events = fixture.operation(USERS).migrate(EACH_TENANT, RunOptions.defaults()).events().collect()
                    .asList().await().atMost(Duration.ofSeconds(60));
            assertThat(told(FleetFixture.rows(events))).allMatch(text -> text.contains("UP_TO_DATE 1 1"));
            assertThat(events).noneMatch(FleetEvent.Told.class::isInstance);
            assertThat(holder.run("SELECT 1")).hasSize(1);
        }
    }

    @Test
    void onlyWhatIsLeftIsDoneByTheNextRun() {
        fixture.withTenants(3);
        fixture.database.run("CREATE TABLE tenant_2.users (id int)");
        FleetRows first = fixture.migrate(EACH_TENANT, USERS);
        assertThat(told(first)).containsExactly("tenant_1 MIGRATED none 1", "tenant_2 FAILED none none",
                "tenant_3 MIGRATED none 1");
        assertThat(row(first, "tenant_2").problems()).singleElement()
                .satisfies(problem -> assertThat(problem.sqlState()).contains("42P07"));
        assertThat(first.summary().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.exitStatus()).isEqualTo(5);

        fixture.database.run("DROP TABLE tenant_2.users");
        FleetRows second = fixture.migrate(EACH_TENANT, USERS);
        assertThat(told(second)).containsExactly("tenant_1 UP_TO_DATE 1 1", "tenant_2 MIGRATED none 1",
                "tenant_3 UP_TO_DATE 1 1");
        assertThat(second.exitStatus()).isZero();
    }

    @Test
    void failFastBeginsNoOtherTarget() {
        fixture.withTenants(6);
        TestMigration broken = TestMigration.sql(1, "SELECT 1/0");
        FleetRows rows = fixture.migrate(EACH_TENANT.withParallel(1).withFailFast(true), broken);
        assertThat(rows.summary().counts()).containsOnlyKeys(FleetState.FAILED, FleetState.NOT_RUN)
                .containsEntry(FleetState.FAILED, 1).containsEntry(FleetState.NOT_RUN, 5);
    }

    @Test
    void theTargetsMayBeDatabases() {
        try (FleetFixture other = new FleetFixture(major)) {
            String file = fixture.database.url() + " name=first # the first\n\n# and\n" + other.database.url()
                    + " name=second\n";
            FleetRows rows = fixture.migrate(FleetRequest.ofFile("targets", file), USERS);
            assertThat(told(rows)).containsExactly("first MIGRATED none 1", "second MIGRATED none 1");
            assertThat(other.query("SELECT version FROM public.__dibs_migrations")).containsExactly("1");
            String names = "SELECT datname, 'db ' || row_number() OVER (ORDER BY datname) AS name FROM pg_database WHERE datname IN ('"
                    + fixture.query("SELECT current_database()").get(0) + "', '"
                    + other.query("SELECT current_database()").get(0) + "')";
            assertThat(told(fixture.migrate(FleetRequest.ofQuery(names), USERS, INDEX)))
                    .containsExactly("db 1 MIGRATED 1 2", "db 2 MIGRATED 1 2");
        }
    }

    @Test
    void aTargetThatCannotBeReachedStopsNoOther() {
        String nobody = "postgresql://postgres@127.0.0.1:1/none?connect_timeout=5";
        String file = nobody + " name=gone\n" + fixture.database.url() + " name=there\n" + fixture.database.url()
                + " schema=nowhere name=typo\n";
        FleetRows rows = fixture.migrate(FleetRequest.ofFile("targets", file), USERS);
        assertThat(told(rows)).containsExactly("gone FAILED none none", "there MIGRATED none 1", "typo FAILED none none");
        assertThat(row(rows, "gone").problems().get(0).code()).isEqualTo("DIBS-0202");
        assertThat(row(rows, "typo").problems().get(0).code()).isEqualTo("DIBS-0748");
        assertThat(rows.exitStatus()).as("they failed in two ways").isEqualTo(5);
    }

    @Test
    void twoFleetsAtOnceApplyEachMigrationOnceInEachSchema() {
        fixture.withTenants(8);
        fixture.database.run("CREATE TABLE applied (schema text)");
        TestMigration counted = TestMigration.sql(1, "INSERT INTO public.applied SELECT current_schema()",
                "CREATE TABLE t ()");
        List<FleetRun> runs = Stream.generate(() -> fixture.operation(counted).migrate(EACH_TENANT, RunOptions.defaults()))
                .limit(3).toList();
        List<FleetRows> all = runs.stream().map(FleetFixture::collect).toList();
        assertThat(all).allSatisfy(rows -> assertThat(rows.exitStatus()).isZero());
        assertThat(all.stream().flatMap(rows -> rows.rows().stream()).filter(row -> row.state() == FleetState.MIGRATED))
                .hasSize(8);
        assertThat(fixture.query("SELECT count(*), count(DISTINCT schema) FROM applied")).containsExactly("8 8");
    }

    @Test
    void manySchemasAreWorkedOnAtATimeOverNoMoreConnectionsThanAsked() {
        fixture.withTenants(9);
        CountDownLatch together = new CountDownLatch(3);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        TestMigration meeting = TestMigration.of(1, db -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            together.countDown();
            try {
                assertThat(together.await(30, TimeUnit.SECONDS)).as("three of them are under way").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            db.execute("CREATE TABLE connections AS SELECT count(*) AS n FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'dibs migrate'");
            now.decrementAndGet();
        });
        assertThat(fixture.migrate(EACH_TENANT, meeting).exitStatus()).isZero();
        assertThat(most.get()).isEqualTo(3);
        for (int i = 1; i <= 9; i++) {
            assertThat(fixture.query("SELECT n <= 3 FROM tenant_" + i + ".connections")).containsExactly("true");
        }
    }

    @Test
    void whatAMigrationSetsInItsSessionIsGoneForTheNextTarget() {
        fixture.withTenants(2);
        TestMigration leaving = TestMigration.sql(1, "SET work_mem = '77MB'", "CREATE TEMPORARY TABLE left_over ()");
        TestMigration looking = TestMigration.sql(2, "CREATE TABLE seen AS SELECT current_setting('work_mem') AS w,"
                + " to_regclass('pg_temp.left_over') IS NULL AS clean");
        fixture.migrate(EACH_TENANT.withParallel(1), leaving);
        fixture.database.run("CREATE SCHEMA tenant_0");
        List<String> order = new ArrayList<>();
        FleetRows rows = fixture.migrate(EACH_TENANT.withParallel(1), leaving, looking);
        rows.rows().forEach(row -> order.add(row.target()));
        assertThat(order).containsExactly("tenant_0", "tenant_1", "tenant_2");
        assertThat(fixture.query("SELECT w <> '77MB', clean FROM tenant_1.seen")).containsExactly("true true");
    }

    @Test
    void aCancelledFleetRollsBackWhatItIsAtAndBeginsNothing() {
        fixture.withTenants(5);
        TestMigration endless = TestMigration.sql(1, "CREATE TABLE t ()", "SELECT pg_sleep(600)");
        FleetRun run = fixture.operation(endless).migrate(EACH_TENANT.withParallel(2), RunOptions.defaults()
                .withStatementTimeout(Duration.ZERO));
        AtomicInteger sleeping = new AtomicInteger();
        FleetRows rows = FleetFixture.rows(run.events().onItem().invoke(event -> {
            if (event instanceof FleetEvent.Told told && told.event() instanceof MigrationEvent.Statement statement
                    && statement.sql().contains("pg_sleep") && sleeping.incrementAndGet() == 2) {
                run.cancel();
            }
        }).collect().asList().await().atMost(Duration.ofSeconds(60)));
        assertThat(rows.summary().counts()).containsOnlyKeys(FleetState.CANCELLED, FleetState.NOT_RUN)
                .containsEntry(FleetState.CANCELLED, 2);
        assertThat(rows.exitStatus()).isEqualTo(130);
        assertThat(fixture.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'")).containsExactly("0");
    }

    @Test
    void anIndexOfAnotherSchemaIsNotTakenForTheOneThatWasInterrupted() {
        fixture.withTenants(2);
        fixture.migrate(EACH_TENANT, USERS);
        // as a crash during the build in tenant_1 leaves it, while that in tenant_2 came to its end
        fixture.migrate(FleetRequest.ofQuery("SELECT 'tenant_1' AS schema"), USERS, INDEX);
        fixture.migrate(FleetRequest.ofQuery("SELECT 'tenant_2' AS schema"), USERS, INDEX);
        fixture.database.run("DROP INDEX tenant_1.users_name");
        fixture.database.run("UPDATE tenant_1.__dibs_migrations SET state = 'running', applied_statements = 0,"
                + " statements_digest = '', finished_at = NULL, intent_digest = (SELECT statements_digest FROM"
                + " tenant_2.__dibs_migrations WHERE version = '2') WHERE version = '2'");
        FleetRows rows = fixture.migrate(EACH_TENANT, USERS, INDEX);
        assertThat(told(rows)).containsExactly("tenant_1 MIGRATED 1 2", "tenant_2 UP_TO_DATE 2 2");
        assertThat(fixture.query("SELECT to_regclass('tenant_1.users_name') IS NOT NULL")).containsExactly("true");
    }

    @Test
    void statusAndValidateTellOfEachTarget() {
        fixture.withTenants(4);
        fixture.migrate(FleetRequest.ofQuery("SELECT unnest(ARRAY['tenant_1', 'tenant_2', 'tenant_3']) AS schema"), USERS);
        fixture.migrate(FleetRequest.ofQuery("SELECT 'tenant_2' AS schema"), USERS, INDEX);
        fixture.database.run("UPDATE tenant_3.__dibs_migrations SET checksum = 'another'");
        FleetRows status = collect(fixture.operation(USERS, INDEX).status(EACH_TENANT));
        assertThat(told(status)).containsExactly("tenant_1 PENDING 1 1", "tenant_2 UP_TO_DATE 2 2", "tenant_3 CHANGED 1 1",
                "tenant_4 PENDING none none");
        assertThat(row(status, "tenant_4").pending()).isEqualTo(2);
        assertThat(status.exitStatus()).isZero();

        FleetRows valid = collect(fixture.operation(USERS, INDEX).validate(EACH_TENANT, new HistoryRules(false, false)));
        assertThat(row(valid, "tenant_3").problems()).singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("DIBS-0661"));
        assertThat(valid.exitStatusOfValidation()).isEqualTo(1);
    }

    @Test
    void aSchemaThatMayNotBeReadHidesNoOther() {
        fixture.withTenants(3);
        fixture.migrate(EACH_TENANT, USERS);
        String role = "reader_" + ProcessHandle.current().pid() + "_" + major;
        fixture.database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'; GRANT USAGE ON SCHEMA tenant_1, tenant_3 TO "
                + role + "; GRANT SELECT ON ALL TABLES IN SCHEMA tenant_1, tenant_3 TO " + role);
        try {
            String url = fixture.database.url().replaceFirst("//[^@]*@", "//" + role + ":secret@");
            String file = Stream.of("tenant_1", "tenant_2", "tenant_3").map(name -> url + " schema=" + name + " name=" + name)
                    .reduce("", (a, b) -> a + "\n" + b);
            FleetRows rows = collect(fixture.operation(USERS).status(FleetRequest.ofFile("targets", file).withParallel(1)));
            assertThat(told(rows)).containsExactly("tenant_1 UP_TO_DATE 1 1", "tenant_2 UNREADABLE none none",
                    "tenant_3 UP_TO_DATE 1 1");
            assertThat(row(rows, "tenant_2").problems().get(0).sqlState()).isEqualTo(Optional.of("42501"));
            assertThat(rows.rows().toString()).doesNotContain("secret");
        } finally {
            fixture.database.run("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    @Test
    void aDryRunLeavesNothing() {
        fixture.withTenants(2);
        FleetRows rows = fixture.migrate(EACH_TENANT, RunOptions.defaults().withDryRun(true), USERS);
        assertThat(told(rows)).containsExactly("tenant_1 TRIED none none", "tenant_2 TRIED none none");
        assertThat(row(rows, "tenant_1").applied()).isEqualTo(1);
        assertThat(rows.summary().outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(fixture.query("SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'tenant%'")).containsExactly("0");
    }

    private PgSession holder(String schema) {
        PgSession holder = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE);
        assertThat(holder.run("SELECT pg_try_advisory_lock(" + HistoryTables.ofSchema(schema).lockKey() + ")").iterator()
                .next().getBoolean(0)).isTrue();
        return holder;
    }
}
