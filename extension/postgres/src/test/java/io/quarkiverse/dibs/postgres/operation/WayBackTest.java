package io.quarkiverse.dibs.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.source.MigrationSource;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** From applied migrations to one that takes them back, through the compiler and the runner. */
@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class WayBackTest {

    private static final String SHAPE = "SELECT string_agg(table_name || '.' || column_name || ' ' || data_type || ' '"
            + " || is_nullable, ', ' ORDER BY table_name, column_name) FROM information_schema.columns"
            + " WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_dibs%'";

    @Parameter
    int major;

    private TestDatabase database;
    private final List<MigrationInvoker> migrations = new ArrayList<>();

    @BeforeEach
    void create() {
        database = TestDatabase.of(major);
        applied("20260101000000", "Start", "CREATE TABLE users (id bigint PRIMARY KEY, name text, secret text NOT NULL)");
        database.run("INSERT INTO users VALUES (1, 'ann', 's1'), (2, 'bob', 's2')");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatWasAddedGoesOnceItIsAllowedAndTheRestStays() {
        String before = database.text(SHAPE);
        applied("20260102000000", "AddOrgs", "CREATE TABLE orgs (id bigint PRIMARY KEY)",
                "ALTER TABLE users ADD COLUMN org bigint REFERENCES orgs (id)", "CREATE INDEX users_org ON users (org)");

        assertThatThrownBy(() -> back(Optional.empty(), Set.of())).hasMessageContaining("DIBS-0505");
        GenerateReport report = back(Optional.empty(), Set.of("deletes-data"));
        assertThat(report.migrations()).singleElement().satisfies(migration -> {
            assertThat(migration.version()).isEqualTo("20260103000000");
            assertThat(migration.source())
                    .contains("Takes back 20260102000000 AddOrgs", "DROP COLUMN org", "DROP TABLE public.orgs")
                    .doesNotContain("cannot be undone");
        });
        assertThat(report.diff().warnings()).anySatisfy(warning -> assertThat(warning).contains("the entities still say"));
        run(report.migrations());
        assertThat(database.text(SHAPE)).isEqualTo(before);
        assertThat(database.text("SELECT string_agg(name, ',' ORDER BY id) FROM users")).isEqualTo("ann,bob");
        assertThat(database.text("SELECT count(*) FROM pg_database WHERE datname LIKE 'dibs_scratch_%'")).isEqualTo("0");
    }

    @Test
    void aRenameGoesBackWithoutLosingAValue() {
        String before = database.text(SHAPE);
        applied("20260102000000", "Rename", "ALTER TABLE users RENAME COLUMN name TO display_name",
                "ALTER TABLE users RENAME TO people");
        GenerateReport report = back(Optional.empty(), Set.of());
        assertThat(report.withheld()).isEmpty();
        assertThat(report.migrations().get(0).source()).contains("RENAME").doesNotContain("DROP", "cannot be undone");
        run(report.migrations());
        assertThat(database.text(SHAPE)).isEqualTo(before);
        assertThat(database.text("SELECT string_agg(name, ',' ORDER BY id) FROM users")).isEqualTo("ann,bob");
    }

    @Test
    void whatCannotBeUndoneIsSaidInTheReportAndInTheSource() {
        String before = database.text(SHAPE);
        applied("20260102000000", "DropSecret", "UPDATE users SET name = upper(name)", "ALTER TABLE users DROP COLUMN secret");
        GenerateReport report = back(Optional.empty(), Set.of());
        assertThat(report.diff().warnings()).anySatisfy(warning -> assertThat(warning).startsWith("cannot be undone: ")
                .contains("DROP COLUMN secret", "empty"));
        assertThat(report.diff().warnings()).anySatisfy(warning -> assertThat(warning)
                .contains("20260102000000: UPDATE users SET name = upper(name)", "rows keep what it wrote"));
        // the rows that are there need a value for the column that comes back
        assertThat(report.migrations()).hasSize(3);
        assertThat(report.migrations().get(0).source()).contains("// cannot be undone: ", "ADD COLUMN secret");
        assertThat(report.migrations().get(1).source()).contains("db.backfill(", "users.secret");
        List<GeneratedMigration> filled = report.migrations().stream().map(migration -> new GeneratedMigration(
                migration.version(), migration.fileName(), migration.packageName(),
                migration.source().replace("= NULL -- write", "= 'new' -- wrote"), migration.sql())).toList();
        run(filled);
        assertThat(database.text(SHAPE)).isEqualTo(before);
        assertThat(database.text("SELECT string_agg(name || ' ' || secret, ',' ORDER BY id) FROM users"))
                .isEqualTo("ANN new,BOB new");
    }

    @Test
    void theLastChangeIsAllOfItsParts() {
        String before = database.text(SHAPE);
        applied("20260102000000", "AddMail", "ALTER TABLE users ADD COLUMN mail text");
        applied("20260102000001", "AddMail2", "UPDATE users SET mail = name || '@example.org'");
        applied("20260102000002", "AddMail3", "ALTER TABLE users ALTER COLUMN mail SET NOT NULL");
        GenerateReport report = back(Optional.empty(), Set.of("deletes-data"));
        assertThat(report.migrations().get(0).source()).contains("20260102000000 AddMail, 20260102000001 AddMail2");
        run(report.migrations());
        assertThat(database.text(SHAPE)).isEqualTo(before);
    }

    @Test
    void allAfterAVersionIsTakenBack() {
        applied("20260102000000", "AddOne", "ALTER TABLE users ADD COLUMN one text");
        String one = database.text(SHAPE);
        applied("20260103000000", "AddTwo", "ALTER TABLE users ADD COLUMN two text");
        applied("20260104000000", "AddThree", "ALTER TABLE users ADD COLUMN three text");
        assertThatThrownBy(() -> back(Optional.of("7"), Set.of())).hasMessageContaining("DIBS-0602");
        assertThatThrownBy(() -> back(Optional.of("20260104000000"), Set.of())).hasMessageContaining("DIBS-0670");
        run(back(Optional.of("20260102000000"), Set.of("deletes-data")).migrations());
        assertThat(database.text(SHAPE)).isEqualTo(one);
        run(back(Optional.of("0"), Set.of("deletes-data")).migrations());
        assertThat(database.text(SHAPE)).isEqualTo("null");
    }

    @Test
    void aChangeOfRowsAloneHasNoWayBack() {
        applied("20260102000000", "Shout", "UPDATE users SET name = upper(name)");
        assertThatThrownBy(() -> back(Optional.empty(), Set.of())).hasMessageContaining("DIBS-0670")
                .hasMessageContaining("20260102000000 Shout");
    }

    @Test
    void migrationsThatNeedWhatNoMigrationMadeAreToldOf() {
        database.run("CREATE TABLE theirs (id int)");
        applied("20260102000000", "Touch", "ALTER TABLE theirs ADD COLUMN ours text");
        assertThatThrownBy(() -> back(Optional.empty(), Set.of())).hasMessageContaining("DIBS-0671")
                .hasMessageContaining("theirs");
        assertThat(database.text("SELECT count(*) FROM pg_database WHERE datname LIKE 'dibs_scratch_%'")).isEqualTo("0");
    }

    private void applied(String version, String name, String... statements) {
        List<MigrationPart.Entry> entries = new ArrayList<>();
        for (String statement : statements) {
            entries.add(new MigrationPart.Execute(statement, List.of()));
        }
        run(List.of(MigrationSource.write("org.acme", version, name, new MigrationPart(name + ".", true, entries))));
    }

    private GenerateReport back(Optional<String> version, Set<String> allow) {
        String next = "20260" + (migrations.size() > 1 ? "103" : "102") + "000000";
        return new GenerateOperation(context()).run(new GenerateRequest("go-back", false, allow, next, Optional.empty(),
                DiffRequest.standard()).reversed(version));
    }

    private void run(List<GeneratedMigration> generated) {
        migrations.addAll(CompiledMigrations.of(generated));
        List<MigrationEvent> events = new MigrateOperation(context()).start(RunOptions.defaults()).events().collect().asList()
                .await().indefinitely();
        assertThat(events).noneMatch(MigrationEvent.Failed.class::isInstance);
    }

    private OperationContext context() {
        return new OperationContext(TestDatabase.VERTX, Optional.of(database.url()), Optional.empty(), migrations,
                new HistoryTables("public"), List.of("public"));
    }
}
