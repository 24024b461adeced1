package io.quarkiverse.dibs.postgres.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.core.Vertx;

/** A runner in a process of its own, which tests can kill. */
public final class ChildRunner {

    private ChildRunner() {
    }

    static Process start(String url, String scenario) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildRunner.class.getName(), scenario).inheritIO();
        builder.environment().put("DIBS_TEST_URL", url);
        return builder.start();
    }

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        MigrationEvent.Summary summary = (MigrationEvent.Summary) new MigrationRunner(vertx, System.getenv("DIBS_TEST_URL"),
                new HistoryTables("public"), Map.of())
                .start(migrations(arguments[0]), RunOptions.defaults()).events().collect().last().await().indefinitely();
        System.exit(summary.outcome() == MigrationEvent.Outcome.DONE ? 0 : 1);
    }

    static List<MigrationInvoker> migrations(String scenario) {
        return switch (scenario) {
            case "race" -> Arrays.asList(TestMigration.sql(1, "INSERT INTO applied VALUES (1)", "SELECT pg_sleep(0.2)"),
                    TestMigration.sql(2, "INSERT INTO applied VALUES (2)"),
                    TestMigration.sql(3, "INSERT INTO applied VALUES (3)"));
            case "index" -> Arrays.asList(TestMigration.sql(1, "CREATE TABLE before ()"),
                    TestMigration.sql(2, "CREATE INDEX CONCURRENTLY t_id ON t (id)").withoutTransaction());
            case "workload" -> Workload.migrations();
            case "backfill" -> Arrays.asList(TestMigration.of(1, db -> db.backfill("once").over("t", "id")
                    .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo")).withoutTransaction());
            case "sleep" -> Arrays.asList(TestMigration.sql(1, "CREATE TABLE half ()", "SELECT pg_sleep(1000)"));
            default -> throw new IllegalArgumentException(scenario);
        };
    }
}
