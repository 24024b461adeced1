package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.report.MigrationEvent;

/** What a migration sets in its session is its own: for all of its statements, and for nothing else. */
class SessionStateTest {

    private static final String[] STATE = { "session_replication_role", "search_path", "work_mem", "role", "app.tenant" };

    private final RunnerFixture fixture = new RunnerFixture(18);
    private final String role = "other_" + fixture.database.text("SELECT current_database()");

    SessionStateTest() {
        fixture.database.run("CREATE ROLE " + role + "; GRANT CREATE ON SCHEMA public TO " + role);
    }

    @AfterEach
    void close() {
        fixture.database.run("DROP OWNED BY " + role + "; DROP ROLE " + role);
        fixture.close();
    }

    private String[] settings() {
        return new String[] { "SET session_replication_role = replica", "SET work_mem = '1MB'", "SET app.tenant = '7'",
                "SELECT pg_catalog.set_config('search_path', '', false)", "SET ROLE " + role };
    }

    private static TestMigration tells(int version) {
        return TestMigration.of(version, db -> {
            for (String setting : STATE) {
                db.log(setting + "=" + db.execute("SELECT current_setting('" + setting + "', true)").single().getString(0));
            }
            db.log("user=" + db.execute("SELECT current_user").single().getString(0));
        });
    }

    @Test
    void itEndsWithTheMigration() {
        List<String> untouched = logs(fixture.run(tells(1)));
        assertThat(untouched).contains("session_replication_role=origin", "search_path=public", "role=none");

        List<MigrationEvent> events = fixture.run(tells(1), TestMigration.sql(2, settings()), tells(3),
                TestMigration.sql(4, "SET work_mem = '2MB'").withoutTransaction(), tells(5));
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        // nothing is said of it at first, and an empty text is what is left of a setting of one's own
        assertThat(logs(events).stream().map(line -> line.equals("app.tenant=") ? "app.tenant=null" : line).toList())
                .startsWith(untouched.toArray(String[]::new)).endsWith(untouched.toArray(String[]::new));
        assertThat(fixture.rows("SELECT DISTINCT db_user = current_user FROM __dibs_migrations")).containsExactly("true");
    }

    @Test
    void itEndsWithTheMigrationInADryRunToo() {
        List<String> told = logs(fixture.run(RunOptions.defaults().withDryRun(true), TestMigration.sql(1, settings()),
                tells(2)));
        assertThat(told).contains("session_replication_role=origin", "work_mem=4MB", "role=none");
    }

    @Test
    void whatIsDeferredSeesIt() {
        fixture.database.run("""
                CREATE TABLE seen (tenant text, who text);
                GRANT INSERT ON seen TO %1$s;
                CREATE TABLE t (id int); GRANT INSERT ON t TO %1$s;
                CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN INSERT INTO public.seen VALUES (current_setting('app.tenant', true), current_user); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION see()
                """.formatted(role));
        fixture.run(TestMigration.sql(1, "SET LOCAL app.tenant = '7'", "SET ROLE " + role, "INSERT INTO t VALUES (1)"));
        assertThat(fixture.rows("SELECT * FROM seen")).containsExactly("7 " + role);
    }

    @Test
    void aDryRunChecksWhatIsDeferred() {
        fixture.database.run("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p INITIALLY DEFERRED)");
        TestMigration orphan = TestMigration.sql(1, "INSERT INTO c VALUES (1)");
        assertThat(failure(fixture.run(RunOptions.defaults().withDryRun(true), orphan)).problem().sqlState()).contains("23503");
        assertThat(failure(fixture.run(orphan)).problem().sqlState()).contains("23503");
    }

    @Test
    void aMigrationThatGoesOnSetsItAgain() {
        fixture.database.run("CREATE SCHEMA app");
        String[] first = { "SET search_path = app -- and nothing else",
                "CREATE TABLE one (); RESET work_mem; SET app.x = '1'" };
        fixture.run(TestMigration.sql(1, first[0], first[1], "SELECT 1/0").withoutTransaction());
        List<MigrationEvent> events = fixture
                .run(TestMigration.sql(1, first[0], first[1], "CREATE TABLE two AS SELECT current_setting('app.x') AS x")
                        .withoutTransaction());
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT x FROM app.two")).containsExactly("1");
        assertThat(fixture.rows("SELECT state, applied_statements FROM __dibs_migrations")).containsExactly("applied 3");
    }

    @Test
    void noPasswordOfANoticeIsTold() {
        List<String> told = logs(fixture.run(TestMigration.of(1, db -> {
            db.execute("DO $$ BEGIN RAISE WARNING 'postgresql://u:canary@h/d'; END $$");
            db.log("postgresql://u:canary@h/d");
        })));
        assertThat(told).hasSize(2).noneMatch(text -> text.contains("canary"));
    }
}
