package io.quarkiverse.dibs.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.runtime.service.ActiveRuns;
import io.quarkiverse.dibs.runtime.service.Module;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** A db module of one table and one migration, as a build would make it. */
public final class Modules {

    public static final Vertx VERTX = Vertx.vertx();

    private static final ObjectId THINGS = ObjectId.table("public", "things");

    private Modules() {
    }

    /** @param url the configured database, or null */
    public static Module module(String url) {
        return module(url, new ActiveRuns(), List.of(new CreateThings()));
    }

    public static Module module(String url, ActiveRuns runs, List<MigrationInvoker> migrations) {
        return new Module("things-db", "1.0", new Defaults(), VERTX, runs, flag -> new OperationContext(VERTX,
                Optional.ofNullable(flag == null ? url : flag), Optional.of(intent()), migrations,
                new HistoryTables("public"), List.of("public")));
    }

    /** A database of its own on the shared server. */
    public static String freshDatabase(String name) {
        EmbeddedPostgres postgres = SharedTestServer.of(18);
        String database = name + "_" + ProcessHandle.current().pid();
        try (PgSession admin = PgSession.open(VERTX, postgres.url(), PgSession.ONE_BY_ONE)) {
            admin.run("create database " + database);
        }
        return postgres.url(database);
    }

    private static Intent intent() {
        Schema schema = Schema.builder().add(Table.plain(THINGS))
                .add(Column.of(ObjectId.column(THINGS, "id"), 1, new SqlType("bigint"), true)).build();
        return new Intent(schema, "public", List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** The only migration, unless a test says otherwise. */
    public static class CreateThings implements MigrationInvoker {

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String name() {
            return "CreateThings";
        }

        @Override
        public String className() {
            return "org.acme.M1CreateThings";
        }

        @Override
        public boolean transactional() {
            return true;
        }

        @Override
        public boolean reactive() {
            return false;
        }

        @Override
        public String checksum() {
            return "00".repeat(32);
        }

        @Override
        public Uni<?> invoke(MigrationContext db) {
            db.execute("CREATE TABLE things (id bigint NOT NULL)");
            return null;
        }
    }

    /** What the configuration says when nobody configured anything. */
    public static class Defaults implements DibsConfig {

        @Override
        public Optional<String> migrationUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<String> datasource() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> schemas() {
            return Optional.empty();
        }

        @Override
        public Optional<String> metadataSchema() {
            return Optional.empty();
        }

        @Override
        public Duration lockWait() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration lockTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration statementTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public boolean allowOutOfOrder() {
            return false;
        }

        @Override
        public boolean migrateAtStart() {
            return false;
        }

        @Override
        public ValidateAtStart validateAtStart() {
            return ValidateAtStart.OFF;
        }

        @Override
        public Duration healthDriftEvery() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Boolean> allowMissing() {
            return Optional.empty();
        }

        @Override
        public Optional<String> scratchUrl() {
            return Optional.empty();
        }
    }
}
