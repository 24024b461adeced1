package io.quarkiverse.dibs.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.fleet.FleetOperation;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.FleetRows;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** From a difference to Java source, through the compiler and the runner to a database without a difference. */
@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class GenerateAndMigrateTest {

    @Parameter
    int major;

    private TestDatabase database;
    private final List<MigrationInvoker> migrations = new ArrayList<>();
    private String schema = "public";

    @BeforeEach
    void create() {
        database = TestDatabase.of(major);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatIsGeneratedCompilesAppliesAndLeavesNoDifference() {
        Intent intent = intent(users("id bigint!", "email text!"), List.of());
        GenerateReport generated = generate(intent, Set.of());
        assertThat(generated.migrations()).hasSize(1);
        assertThat(generated.migrations().get(0).source()).contains("CREATE TABLE").contains("class M20260101000000FirstStep");
        migrate(intent, generated);
        assertThat(check(intent).inSync()).isTrue();
        assertThatThrownBy(() -> generate(intent, Set.of())).hasMessageContaining("DIBS-0502");
    }

    @Test
    void aSchemaOfItsOwnIsMadeByTheRunnerAndByNoMigration() {
        schema = "shop";
        Intent intent = intent(users("id bigint!", "email text!"), List.of());
        GenerateReport generated = generate(intent, Set.of());
        assertThat(generated.migrations().get(0).source()).doesNotContain("CREATE SCHEMA");
        migrate(intent, generated);
        assertThat(check(intent).inSync()).isTrue();
    }

    @Test
    void refusesWhileMigrationsArePending() {
        Intent intent = intent(users("id bigint!"), List.of());
        migrations.addAll(CompiledMigrations.of(generate(intent, Set.of()).migrations()));
        assertThatThrownBy(() -> generate(intent, Set.of())).hasMessageContaining("DIBS-0501")
                .hasMessageContaining("20260101000000 FirstStep");
        assertThat(check(intent).pending()).extracting(MigrationRow::version).containsExactly("20260101000000");
    }

    @Test
    void aTypeWithoutACastIsRefusedWhenAMigrationIsAskedForAndMerelyADifferenceToACheck() {
        database.run("CREATE TABLE users (id date NOT NULL)");
        Intent intent = intent(users("id bigint!"), List.of());
        assertThatThrownBy(() -> generate(intent, Set.of())).hasMessageContaining("DIBS-0403")
                .hasMessageContaining("users.id from date to bigint");
        assertThat(check(intent).inSync()).isFalse();
    }

    @Test
    void aColumnThatRowsWouldRefuseComesWithABackfill() {
        applied(intent(users("id bigint!"), List.of()));
        database.run("INSERT INTO users SELECT generate_series(1, 2500)");
        Intent wanted = intent(users("id bigint!", "name text!"), List.of());
        GenerateReport generated = generate(wanted, Set.of());
        assertThat(generated.migrations()).extracting(GeneratedMigration::version)
                .containsExactly("20260101000001", "20260101000002", "20260101000003");
        assertThat(generated.migrations().get(1).source()).contains("@Migration(transactional = false)", "db.backfill(");

        List<GeneratedMigration> completed = generated.migrations().stream().map(migration -> new GeneratedMigration(
                migration.version(), migration.fileName(), migration.packageName(),
                migration.source().replace("= NULL -- write", "= 'user ' || id -- wrote"), migration.sql())).toList();
        migrate(wanted, new GenerateReport(generated.diff(), completed, List.of()));
        assertThat(check(wanted).inSync()).isTrue();
        assertThat(database.text("SELECT count(*) FROM users WHERE name = 'user ' || id")).isEqualTo("2500");
    }

    @Test
    void aColumnThatBecomesNotNullIsFilledOnlyWhereThereAreNulls() {
        applied(intent(users("id bigint!", "name text", "other text"), List.of()));
        database.run("INSERT INTO users VALUES (1, NULL, 'x'), (2, 'y', 'x')");
        Intent wanted = intent(users("id bigint!", "name text!", "other text!"), List.of());
        List<GeneratedMigration> generated = generate(wanted, Set.of()).migrations();
        assertThat(generated).hasSize(3);
        assertThat(generated.get(0).source()).contains("other").doesNotContain("name SET NOT NULL");
        assertThat(generated.get(1).source()).contains("users.name").doesNotContain("other");
        assertThat(generated.get(2).source()).contains("SET NOT NULL");
    }

    @Test
    void tablesWithRowsAreChangedWhileOthersWorkInMigrationsOfTheirOwn() {
        applied(intent(users("id bigint!", "name text"), postsWithoutTies()));
        database.run("INSERT INTO users SELECT n, 'user ' || n FROM generate_series(1, 100) n");
        database.run("INSERT INTO posts SELECT n, n FROM generate_series(1, 100) n");
        Intent wanted = intent(users("id bigint!", "name text!", "note text"), posts());

        GenerateReport generated = generate(wanted, Set.of(), Online.AUTO);
        assertThat(generated.migrations()).extracting(GeneratedMigration::version).isSorted().doesNotHaveDuplicates();
        assertThat(generated.migrations()).filteredOn(migration -> migration.source().contains("CONCURRENTLY"))
                .singleElement().satisfies(alone -> assertThat(alone.source()).contains("@Migration(transactional = false)",
                        "CREATE INDEX CONCURRENTLY posts_author"));
        assertThat(generated.migrations()).filteredOn(migration -> migration.source().contains("NOT VALID"))
                .noneMatch(migration -> migration.source().contains("VALIDATE"));
        assertThat(generated.migrations()).filteredOn(migration -> migration.source().contains("VALIDATE CONSTRAINT"))
                .hasSize(2).allMatch(migration -> migration.source().contains("SET LOCAL statement_timeout = 0"));
        migrate(wanted, generated);
        assertThat(check(wanted).inSync()).isTrue();
        assertThat(database.text("SELECT bool_and(convalidated) FROM pg_constraint WHERE contype = 'f'")).isEqualTo("true");
        assertThat(database.text("SELECT count(*) FROM pg_constraint WHERE conname LIKE 'dibs%'")).isEqualTo("0");
    }

    @Test
    void withoutRowsOrWhenToldSoOneMigrationIsEnough() {
        applied(intent(users("id bigint!"), postsWithoutTies()));
        Intent wanted = intent(users("id bigint!"), posts());
        assertThat(generate(wanted, Set.of(), Online.AUTO).migrations()).hasSize(1);
        database.run("INSERT INTO users VALUES (1)");
        database.run("INSERT INTO posts VALUES (1, 1)");
        assertThat(generate(wanted, Set.of(), Online.NEVER).migrations()).hasSize(1);
        assertThat(generate(wanted, Set.of(), Online.AUTO).migrations()).hasSizeGreaterThan(1);
    }

    @Test
    void anIndexOnAPartitionedTableIsBuiltPartitionByPartition() {
        database.run("CREATE TABLE posts (id bigint NOT NULL, author bigint NOT NULL) PARTITION BY RANGE (id)");
        database.run("CREATE TABLE posts_1 PARTITION OF posts FOR VALUES FROM (0) TO (100)");
        database.run("CREATE TABLE posts_2 PARTITION OF posts FOR VALUES FROM (100) TO (200)");
        database.run("INSERT INTO posts SELECT n, n FROM generate_series(0, 199) n");
        ObjectId posts = ObjectId.table(schema, "posts");
        Intent wanted = intent(postsWithoutTies().subList(0, 3), List.of(index(posts)));
        GenerateReport generated = generate(wanted, Set.of(), Online.AUTO);
        assertThat(generated.migrations()).extracting(migration -> migration.source().contains("transactional = false"))
                .containsExactly(false, true, true, false);
        migrate(wanted, generated);
        assertThat(database.text("SELECT string_agg(c.relname || ' ' || i.indisvalid, ', ' ORDER BY c.relname) FROM pg_index i"
                + " JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid::regclass::text LIKE 'posts%'"))
                .isEqualTo("posts_1_author_idx true, posts_2_author_idx true, posts_author true");
        assertThat(check(wanted).inSync()).isTrue();
    }

    @Test
    void whatDeletesDataIsLeftOutUntilItIsAllowed() {
        applied(intent(users("id bigint!", "secret text"), List.of()));
        Intent wanted = intent(users("id bigint!", "name text"), List.of());
        GenerateReport generated = generate(wanted, Set.of());
        assertThat(generated.withheld()).hasSize(1).first().asString().contains("secret", "--allow deletes-data");
        assertThat(generated.migrations()).hasSize(1);
        assertThat(generated.migrations().get(0).source()).contains("// left out: ").contains("name text");
        migrate(wanted, generated);
        assertThat(database.text("SELECT count(*) FROM information_schema.columns WHERE table_name = 'users'"
                + " AND table_schema = 'public' AND column_name IN ('secret', 'name')"))
                .isEqualTo("2");

        assertThatThrownBy(() -> generate(wanted, Set.of())).hasMessageContaining("DIBS-0505");
        migrate(wanted, generate(wanted, Set.of("deletes-data")));
        assertThat(check(wanted).inSync()).isTrue();
    }

    @Test
    void aTableThatIsKeptIsKeptWhole() {
        Intent before = intent(users("id bigint!"), posts());
        applied(before);
        Intent wanted = intent(users("id bigint!", "name text"), List.of());
        GenerateReport generated = generate(wanted, Set.of());
        assertThat(generated.withheld()).hasSize(1).first().asString().contains("DROP TABLE");
        migrate(wanted, generated);
        assertThat(database.text("SELECT count(*) FROM pg_constraint WHERE conrelid = 'posts'::regclass AND contype = 'f'"))
                .isEqualTo("1");
        assertThat(database.text("SELECT to_regclass('posts_author')")).isEqualTo("posts_author");
        migrate(wanted, generate(wanted, Set.of("deletes-data")));
        assertThat(check(wanted).inSync()).isTrue();
        assertThat(database.text("SELECT to_regclass('posts')")).isEqualTo("null");
    }

    @Test
    void aTableThatNoMigrationCreatedIsNeverDropped() {
        database.run("CREATE TABLE theirs (id int)");
        Intent wanted = intent(users("id bigint!"), List.of());
        migrate(wanted, generate(wanted, Set.of("deletes-data")));
        CheckReport check = check(wanted);
        assertThat(check.inSync()).isTrue();
        assertThat(check.diff().unmanaged()).anySatisfy(object -> assertThat(object).contains("theirs"));
    }

    @Test
    void namesWithoutASchemaMakeTheSameInEachSchemaOfAFleet() {
        database.run("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2");
        FleetRequest all = FleetRequest.ofQuery("SELECT unnest(ARRAY['public', 'tenant_1', 'tenant_2']) AS schema");
        generateForFleet(intent(users("id bigint!"), List.of()));
        assertThat(fleet(intent(users("id bigint!"), List.of()), all)).isZero();
        database.run("INSERT INTO tenant_1.users VALUES (1); INSERT INTO users VALUES (1)");
        Intent more = intent(users("id bigint!", "email text"), posts());
        generateForFleet(more);
        assertThat(fleet(more, all)).isZero();
        assertThat(check(more).inSync()).isTrue();
        for (String tenant : List.of("tenant_1", "tenant_2")) {
            assertThat(structure(tenant)).isEqualTo(structure("public")).contains("users.email", "posts_author",
                    "REFERENCES users");
        }
    }

    private void generateForFleet(Intent intent) {
        GenerateReport generated = new GenerateOperation(context(intent)).run(new GenerateRequest("step", false, Set.of(),
                "2026010100000" + migrations.size(), Optional.of("org.acme.migrations"), DiffRequest.standard())
                .withUnqualified(true));
        assertThat(generated.migrations()).allSatisfy(file -> assertThat(file.source()).doesNotContain("public."));
        migrations.addAll(CompiledMigrations.of(generated.migrations()));
    }

    private int fleet(Intent intent, FleetRequest request) {
        FleetRows rows = new FleetRows();
        new FleetOperation(context(intent)).migrate(request, RunOptions.defaults()).events().subscribe().asStream()
                .forEach(rows);
        return rows.exitStatus();
    }

    /** All columns, indexes and constraints, without the schema. */
    private String structure(String of) {
        return database
                .text("""
                        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                            SELECT replace(what, '%1$s.', '') AS line FROM (
                                SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull, c.relname
                                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                                WHERE c.relnamespace = '%1$s'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
                                UNION ALL SELECT pg_get_indexdef(i.indexrelid), c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                                WHERE c.relnamespace = '%1$s'::regnamespace AND c.relkind = 'r'
                                UNION ALL SELECT conname || ' ' || pg_get_constraintdef(k.oid), c.relname
                                FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                                WHERE c.relnamespace = '%1$s'::regnamespace) all_of_it (what, table_name)
                            WHERE left(table_name, 7) <> '__dibs_') lines
                        """
                        .formatted(of));
    }

    @Test
    void anEmptyMigrationNeedsNoDatabase() {
        OperationContext offline = new OperationContext(TestDatabase.VERTX, Optional.empty(), Optional.empty(), List.of(),
                new HistoryTables("public"), List.of());
        GenerateReport report = new GenerateOperation(offline).run(new GenerateRequest("2 fast", true, Set.of(),
                "20260101000000", Optional.of("org.acme"), DiffRequest.standard()));
        assertThat(report.migrations().get(0).path()).isEqualTo("org/acme/M20260101000000Step2Fast.java");
    }

    private void applied(Intent intent) {
        migrate(intent, generate(intent, Set.of()));
    }

    private GenerateReport generate(Intent intent, Set<String> allow, Online online) {
        return new GenerateOperation(context(intent)).run(new GenerateRequest("first-step", false, allow, "20260101000000",
                Optional.of("org.acme.migrations"), DiffRequest.standard().withOnline(online.name().toLowerCase(Locale.ROOT))));
    }

    private GenerateReport generate(Intent intent, Set<String> allow) {
        return new GenerateOperation(context(intent)).run(new GenerateRequest("first-step", false, allow, "20260101000000",
                Optional.of("org.acme.migrations"), DiffRequest.standard()));
    }

    private void migrate(Intent intent, GenerateReport generated) {
        migrations.addAll(CompiledMigrations.of(generated.migrations()));
        List<MigrationEvent> events = new MigrateOperation(context(intent)).start(RunOptions.defaults()).events().collect()
                .asList().await().indefinitely();
        assertThat(events).noneMatch(MigrationEvent.Failed.class::isInstance);
    }

    private CheckReport check(Intent intent) {
        return new CheckOperation(context(intent)).run(DiffRequest.standard(), false);
    }

    private OperationContext context(Intent intent) {
        return new OperationContext(TestDatabase.VERTX, Optional.of(database.url()), Optional.of(intent), migrations,
                new HistoryTables(schema), List.of(schema));
    }

    private List<DbObject> users(String... columns) {
        ObjectId users = ObjectId.table(schema, "users");
        List<DbObject> objects = new ArrayList<>();
        objects.add(Table.plain(users));
        for (int i = 0; i < columns.length; i++) {
            String[] words = columns[i].split(" ");
            objects.add(Column.of(ObjectId.column(users, words[0]), i + 1, new SqlType(words[1].replace("!", "")),
                    words[1].endsWith("!")));
        }
        objects.add(primaryKey(users, "users_pkey"));
        return objects;
    }

    private List<DbObject> posts() {
        ObjectId posts = ObjectId.table(schema, "posts");
        ObjectId users = ObjectId.table(schema, "users");
        return List.of(Table.plain(posts), Column.of(ObjectId.column(posts, "id"), 1, new SqlType("bigint"), true),
                Column.of(ObjectId.column(posts, "author"), 2, new SqlType("bigint"), true), primaryKey(posts, "posts_pkey"),
                foreignKey(posts, users), index(posts));
    }

    /** Without what needs others: the foreign key and the index. */
    private List<DbObject> postsWithoutTies() {
        return posts().subList(0, 4);
    }

    private static DbObject primaryKey(ObjectId table, String name) {
        return PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, table, name), List.of("id"));
    }

    private static DbObject foreignKey(ObjectId table, ObjectId referenced) {
        return ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, table, "posts_author_fkey"), List.of("author"),
                referenced, List.of("id"));
    }

    private static DbObject index(ObjectId table) {
        return new Index(ObjectId.inSchema(ObjectKind.INDEX, table.schema(), "posts_author"), table, "btree", false, false,
                List.of(Index.Key.of("author")), List.of(), Optional.empty(), new TreeMap<>(), Optional.empty(), true);
    }

    private Intent intent(List<DbObject> some, List<DbObject> more) {
        Schema.Builder builder = Schema.builder().add(new Namespace(ObjectId.namespace(schema)));
        some.forEach(builder::add);
        more.forEach(builder::add);
        return new Intent(builder.build(), schema, List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
    }
}
