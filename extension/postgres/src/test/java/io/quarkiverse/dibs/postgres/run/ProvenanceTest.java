package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.ProvenanceReader;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class ProvenanceTest {

    private static final String TABLES = "SELECT table_name, created_by, changed_by FROM __dibs_tables ORDER BY 1";
    private static final String COLUMNS = "SELECT table_name || '.' || column_name, created_by, changed_by"
            + " FROM __dibs_columns ORDER BY table_name, column_number";
    private static final String INDICES = "SELECT index_name, created_by, changed_by FROM __dibs_indices ORDER BY 1";

    @Parameter
    int major;

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(major);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void recordsWhichMigrationCreatedAndLastChangedWhat() {
        TestMigration[] all = {
                TestMigration.sql(1, "CREATE TABLE users (id int PRIMARY KEY, email text)", "CREATE TABLE other (id int)"),
                TestMigration.sql(2, "ALTER TABLE users ADD COLUMN name text DEFAULT 'x'",
                        "CREATE INDEX by_name ON users (name)"),
                TestMigration.sql(3, "ALTER TABLE users ALTER email SET NOT NULL"),
                TestMigration.sql(4, "INSERT INTO other VALUES (1)", "ALTER TABLE other ALTER id DROP NOT NULL"),
                TestMigration.sql(5, "CREATE TABLE child (u int REFERENCES users)") };
        assertThat(only(fixture.run(all), MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows(TABLES)).containsExactly("child 5 5", "other 1 1", "users 1 3");
        assertThat(fixture.rows(COLUMNS)).containsExactly("child.u 5 5", "other.id 1 1", "users.id 1 1", "users.email 1 3",
                "users.name 2 2");
        assertThat(fixture.rows(INDICES)).containsExactly("by_name 2 2", "users_pkey 1 1");
    }

    @Test
    void followsRenamesAndForgetsWhatIsDropped() {
        fixture.run(
                TestMigration.sql(1, "CREATE TABLE a (id int PRIMARY KEY, x int, y int)", "CREATE TABLE b (id int)",
                        "CREATE INDEX a_x ON a (x)"),
                TestMigration.sql(2, "ALTER TABLE a RENAME TO swap", "ALTER TABLE b RENAME TO a",
                        "ALTER TABLE swap RENAME TO b"),
                TestMigration.sql(3, "ALTER TABLE b RENAME COLUMN x TO z", "ALTER TABLE b DROP COLUMN y"),
                TestMigration.sql(4, "DROP TABLE a", "DROP INDEX a_x"));
        assertThat(fixture.rows(TABLES)).containsExactly("b 1 4");
        assertThat(fixture.rows(COLUMNS)).containsExactly("b.id 1 1", "b.z 1 3");
        assertThat(fixture.rows(INDICES)).containsExactly("a_pkey 1 2");
    }

    @Test
    void whatASavepointAndAMigrationWithoutATransactionDoIsRecordedToo() {
        fixture.run(
                TestMigration.sql(1, "SAVEPOINT s", "CREATE TABLE kept (id int)", "RELEASE s", "SAVEPOINT s",
                        "CREATE TABLE lost (id int)", "ROLLBACK TO s"),
                TestMigration.sql(2, "CREATE INDEX CONCURRENTLY kept_id ON kept (id)", "CREATE TABLE alone ()")
                        .withoutTransaction());
        assertThat(fixture.rows(TABLES)).containsExactly("alone 2 2", "kept 1 2");
        assertThat(fixture.rows(INDICES)).containsExactly("kept_id 2 2");
    }

    @Test
    void onlyTablesThatAMigrationCreatedAreManaged() {
        fixture.database.run("CREATE TABLE theirs (id int)");
        fixture.database.run("CREATE TABLE untouched (id int)");
        fixture.run(TestMigration.sql(1, "ALTER TABLE theirs ADD COLUMN x int", "CREATE TABLE ours (id int)"));
        assertThat(fixture.rows(TABLES)).containsExactly("ours 1 1", "theirs null 1");
        assertThat(managed()).containsExactly(ObjectId.table("public", "ours"));
    }

    @Test
    void aTableThatIsMadeAgainByHandAfterARestoreKeepsItsHistory() {
        fixture.run(TestMigration.sql(1, "CREATE TABLE ours (id int)", "CREATE TABLE gone (id int)"));
        fixture.database.run("DROP TABLE ours, gone");
        fixture.database.run("CREATE TABLE ours (id int)");
        fixture.run(TestMigration.sql(1), TestMigration.sql(2, "ALTER TABLE ours ADD COLUMN x int"));
        assertThat(fixture.rows(TABLES)).containsExactly("ours 1 2");
        assertThat(fixture.rows(COLUMNS)).containsExactly("ours.id 1 1", "ours.x 2 2");
    }

    @Test
    void saysWhereThingsAreDeclared() {
        ObjectId users = ObjectId.table("public", "users");
        Map<ObjectId, Source> sources = Map.of(
                users, new Source("org.acme.User", "", "org/acme/User.java", 12, 1, Optional.of("People."), Optional.empty()),
                ObjectId.column(users, "email"), new Source("org.acme.User", "email", "org/acme/User.java", 15, 19,
                        Optional.of("Where \"to\" write."), Optional.of("java.lang.String")),
                ObjectId.inSchema(ObjectKind.INDEX, "public", "by_email"), new Source("org.acme.User", "email",
                        "org/acme/User.java", 14, 5, Optional.empty(), Optional.empty()));
        RunnerFixture
                .collect(new MigrationRunner(TestDatabase.VERTX, fixture.database.url(), new HistoryTables("public"), sources)
                        .start(List.of(TestMigration.sql(1, "CREATE TABLE users (id int, email text)",
                                "CREATE INDEX by_email ON users (email)")), RunOptions.defaults()));
        assertThat(fixture.rows("SELECT class_name, source_file, source_line, source_column, javadoc FROM __dibs_tables"))
                .containsExactly("org.acme.User org/acme/User.java 12 1 People.");
        assertThat(fixture.rows("SELECT member, java_type, sql_type, source_line, source_column, javadoc FROM __dibs_columns"
                + " WHERE column_name = 'email'"))
                .containsExactly("email java.lang.String text 15 19 Where \"to\" write.");
        assertThat(fixture.rows("SELECT member, source_line FROM __dibs_indices")).containsExactly("email 14");
    }

    @Test
    void livesInTheSchemaItIsTold() {
        MigrationRunner runner = new MigrationRunner(TestDatabase.VERTX, fixture.database.url(),
                new HistoryTables("My \"shop\""),
                Map.of());
        List<MigrationEvent> events = RunnerFixture.collect(
                runner.start(List.of(TestMigration.sql(1, "CREATE TABLE t (id int)")), RunOptions.defaults()));
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid"
                + " WHERE relname IN ('t', '__dibs_migrations', '__dibs_tables') GROUP BY 1")).containsExactly("My \"shop\"");
    }

    @Test
    void isReadBackAsSentences() {
        assertThat(provenance()).isEmpty();
        fixture.database.run("CREATE TABLE theirs (id int)");
        fixture.run(TestMigration.sql(1, "CREATE TABLE ours (id int PRIMARY KEY)"),
                TestMigration.sql(2, "ALTER TABLE ours ALTER id TYPE bigint", "ALTER TABLE theirs ADD COLUMN x int"));

        ObjectId ours = ObjectId.table("public", "ours");
        ObjectId theirs = ObjectId.table("public", "theirs");
        Map<ObjectId, List<String>> provenance = provenance();
        String by = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ by \\w+";
        assertThat(provenance.get(ours)).hasSize(2);
        assertThat(provenance.get(ours).get(0)).matches("created by 1 \\w+, " + by);
        assertThat(provenance.get(ours).get(1)).matches("last changed by 2 \\w+, " + by);
        assertThat(provenance.get(ObjectId.column(ours, "id"))).hasSize(3).last().isEqualTo("in the database as bigint");
        assertThat(provenance.get(ObjectId.inSchema(ObjectKind.INDEX, "public", "ours_pkey"))).first().asString()
                .startsWith("created by 1 ");
        assertThat(provenance.get(theirs)).first().isEqualTo("not created by a migration");
    }

    private Map<ObjectId, List<String>> provenance() {
        return new ProvenanceReader(new MigrationHistory(new HistoryTables("public")))
                .read(fixture.database.session().connection()).await().indefinitely();
    }

    private Set<ObjectId> managed() {
        return new MigrationHistory(new HistoryTables("public")).managedTables(fixture.database.session().connection()).await()
                .indefinitely();
    }
}
