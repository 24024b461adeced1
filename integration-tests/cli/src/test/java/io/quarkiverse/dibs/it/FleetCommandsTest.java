package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;

/** The same migrations on many schemas and databases, through the real command and the db module's own. */
class FleetCommandsTest {

    private static final String TENANTS = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant%'";
    private static final String CANARY = "canary-9f3";

    @TempDir
    Path folder;

    private Path module;
    private String url;
    private Cli dibs;

    @BeforeEach
    void aModuleWithTwoMigrationsAndADatabaseWithThreeTenants() {
        Path fleet = Modules.of("fleet", Map.of("M20260101000001First", """
                @Migration
                public class M20260101000001First {
                    void migrate(MigrationContext db) {
                        db.execute("CREATE TABLE notes (id bigint PRIMARY KEY, text text)");
                    }
                }
                """, "M20260101000002Second", """
                @Migration
                public class M20260101000002Second {
                    void migrate(MigrationContext db) {
                        db.execute("CREATE INDEX notes_text ON notes (text)");
                    }
                }
                """));
        module = fleet.resolve("fleet-db/target/quarkus-app/quarkus-run.jar");
        Modules.using(folder, fleet, "fleet-db");
        url = Servers.database(18);
        Sql.run(url, "CREATE SCHEMA tenant_a; CREATE SCHEMA tenant_b; CREATE SCHEMA tenant_c");
        dibs = Cli.in(folder).with("DATABASE_URL", url);
    }

    @Test
    void eachSchemaThatAQueryGivesIsMigratedAndOnlyWhatFailedIsLeft() {
        Sql.run(url, "CREATE TABLE tenant_b.notes ()");
        Result first = dibs.run("migrate", "--targets-query", TENANTS, "--parallel", "2");
        assertThat(first.status()).as(first.toString()).isEqualTo(5);
        assertThat(first.out()).contains("3 targets, 2 at a time", "42P07", "M20260101000001First.java",
                "3 targets: 2 migrated, 1 failed in ")
                .containsPattern("(?m)^  tenant_a  migrated  none to 20260101000002  +\\d.*$")
                .containsPattern("(?m)^  tenant_b  failed    none, 2 pending  +\\d.*DIBS-\\d{4}$");

        Sql.run(url, "DROP TABLE tenant_b.notes");
        Result second = dibs.run("migrate", "--targets-query", TENANTS, "--format", "json");
        assertThat(second.status()).as(second.toString()).isZero();
        assertThat(second.out().lines()).anyMatch(line -> line.contains("\"event\":\"ended\"")
                && line.contains("\"target\":\"tenant_a\"") && line.contains("\"state\":\"UP_TO_DATE\""))
                .anyMatch(line -> line.contains("\"told\":{\"event\":\"finished\""))
                .last().matches(line -> line.contains("\"counts\":{\"UP_TO_DATE\":2,\"MIGRATED\":1}"));
        assertThat(Sql.one(url, "SELECT count(*) FROM pg_tables WHERE tablename = '__dibs_log'")).isEqualTo("3");

        Sql.run(url, "DELETE FROM tenant_c.__dibs_migrations WHERE version = '20260101000002'");
        Result status = dibs.run("status", "--targets-query", TENANTS);
        assertThat(status.status()).as(status.toString()).isZero();
        assertThat(status.out()).contains("tenant_c  pending     20260101000001, 1 pending",
                "3 targets: 2 up to date, 1 pending");
        assertThat(dibs.run("validate", "--targets-query", TENANTS).status()).isZero();
        Sql.run(url, "UPDATE tenant_a.__dibs_migrations SET checksum = 'other'");
        Result invalid = dibs.run("validate", "--targets-query", TENANTS, "--format", "json");
        assertThat(invalid.status()).as(invalid.toString()).isEqualTo(1);
        assertThat(invalid.out()).contains("\"kind\" : \"fleetValidate\"", "DIBS-0661");
    }

    @Test
    void theDbModuleItselfWorksOnAListOfDatabasesInShards() throws Exception {
        List<String> databases = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            databases.add(Servers.database(18));
        }
        Path list = Files.writeString(folder.resolve("targets.txt"), "# all of them\n" + String.join("\n", databases) + "\n"
                + url + " schema=tenant_a name=alpha\n");
        int migrated = 0;
        for (int shard = 0; shard < 3; shard++) {
            Result part = direct(Map.of("JOB_COMPLETION_INDEX", String.valueOf(shard)), "migrate", "--targets",
                    list.toString(), "--shard", "/3");
            assertThat(part.status()).as(part.toString()).isZero();
            assertThat(part.out()).contains("(shard " + shard + "/3 of 5 targets)");
            migrated += (int) part.out().lines().filter(line -> line.startsWith("  ") && line.contains("  migrated  ")).count();
        }
        assertThat(migrated).isEqualTo(5);
        Result all = direct(Map.of(), "status", "--targets", list.toString());
        assertThat(all.out()).contains("5 targets: 5 up to date", "alpha");
        assertThat(all.status()).isZero();
    }

    @Test
    void passwordsComeFromTheEnvironmentAndAreNeverShown() throws IOException {
        String role = "fleet_reader";
        Sql.run(url,
                "CREATE ROLE " + role + " LOGIN PASSWORD '" + CANARY + "'; GRANT CREATE, USAGE ON SCHEMA tenant_a TO " + role);
        String bare = url.replaceFirst("//[^@]*@", "//" + role + "@");
        String with = url.replaceFirst("//[^@]*@", "//" + role + ":" + CANARY + "@");
        Path list = Files.writeString(folder.resolve("targets.txt"), bare + " schema=tenant_a name=a\n");
        Result good = dibs.with("PGPASSWORD", CANARY).run("migrate", "--targets", list.toString());
        assertThat(good.status()).as(good.toString()).isZero();
        Files.writeString(folder.resolve("targets.txt"), with + " schema=tenant_c name=c\n" + with + " oops\n");
        Result malformed = dibs.run("migrate", "--targets", list.toString());
        assertThat(malformed.status()).isEqualTo(2);
        assertThat(malformed.err()).contains("DIBS-0741", "targets.txt:2");
        Files.writeString(folder.resolve("targets.txt"), with + " schema=tenant_c name=c\n");
        Result refused = dibs.run("migrate", "--targets", list.toString(), "--verbose");
        assertThat(refused.status()).as(refused.toString()).isNotZero();
        assertThat(refused.out()).contains("failed");
        assertThat(List.of(good, malformed, refused).toString()).doesNotContain(CANARY);
    }

    @Test
    void anInterruptionRollsBackTheTargetThatIsWorkedOn() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (PgSession holder = PgSession.open(vertx, url, PgSession.ONE_BY_ONE)) {
            holder.run("BEGIN");
            holder.run("CREATE TABLE tenant_b.notes ()");
            Process process = dibs.start("migrate", "--targets-query", TENANTS);
            StringBuilder out = new StringBuilder();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.append(line).append('\n');
                    if (line.startsWith("tenant_b  [warn] waits for a lock")) {
                        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
                    }
                }
            }
            assertThat(process.waitFor()).as(out.toString()).isEqualTo(130);
            assertThat(out).contains("3 targets: 2 migrated, 1 cancelled in ");
            holder.run("ROLLBACK");
        } finally {
            vertx.close().await().indefinitely();
        }
        assertThat(Sql.one(url, "SELECT to_regclass('tenant_b.notes')")).isEqualTo("null");
        assertThat(dibs.run("migrate", "--targets-query", TENANTS).out()).contains("3 targets: 2 up to date, 1 migrated in ");
    }

    @Test
    void whatIsWrongWithTheTargetsIsSaid() throws IOException {
        wrong("DIBS-0740", "migrate", "--targets", "nowhere.txt");
        wrong("DIBS-0742", "migrate", "--targets", list(url + "\n" + url + "?sslmode=disable\n"));
        wrong("DIBS-0742", "migrate", "--targets", list(url + " name=x\n" + url + " schema=tenant_a name=x\n"));
        wrong("DIBS-0743", "status", "--targets", list("# none\n\n"));
        wrong("DIBS-0743", "migrate", "--targets-query", "SELECT nspname FROM pg_namespace WHERE false");
        wrong("DIBS-0744", "migrate", "--targets-query", "SELECT nspname FROM pg_nothing");
        wrong("DIBS-0744", "migrate", "--targets-query", "CREATE TABLE t AS SELECT 'tenant_a' AS schema");
        wrong("DIBS-0745", "migrate", "--targets-query", "SELECT 'tenant_a' AS who");
        wrong("DIBS-0745", "migrate", "--targets-query", "SELECT 1 AS schema");
        wrong("DIBS-0746", "migrate", "--targets-query", TENANTS, "--shard", "3/3");
        wrong("DIBS-0746", "migrate", "--targets-query", TENANTS, "--shard", "/3");
        wrong("DIBS-0747", "migrate", "--targets-query", TENANTS, "--parallel", "0");
        wrong("DIBS-0749", "migrate", "--fail-fast");
        wrong("DIBS-0749", "migrate", "--targets-query", TENANTS, "--targets", list(url));
        assertThat(Sql.one(url, "SELECT count(*) FROM pg_tables WHERE tablename LIKE '\\_\\_dibs%'")).isEqualTo("0");
    }

    private void wrong(String code, String... arguments) {
        Result result = dibs.run(arguments);
        assertThat(result.err()).as(result.toString()).contains(code);
        assertThat(result.status()).as(result.toString()).isBetween(2, 5);
    }

    private String list(String text) throws IOException {
        return Files.writeString(folder.resolve("list.txt"), text).toString();
    }

    private Result direct(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                        module.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, "");
    }
}
