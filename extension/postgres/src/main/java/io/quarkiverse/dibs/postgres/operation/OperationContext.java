package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.core.Vertx;

/**
 * What every operation works on: a database, and a db module's intent and migrations where there is one. The URL may hold a
 * password, so this prints without it.
 *
 * @param url empty when no database is known
 * @param schemas the schemas that are read; empty means all but the system's
 */
public record OperationContext(Vertx vertx, Optional<String> url, Optional<Intent> intent, List<MigrationInvoker> migrations,
        HistoryTables history, List<String> schemas) {

    public OperationContext {
        migrations = List.copyOf(migrations);
        schemas = List.copyOf(schemas);
    }

    /** Without a db module: only databases and files can be compared. */
    public static OperationContext withoutModule(Vertx vertx, Optional<String> url) {
        return new OperationContext(vertx, url, Optional.empty(), List.of(), new HistoryTables("public"), List.of());
    }

    /**
     * Of a db module: the schemas that its entities name and dibs' own tables in their default schema, unless it says
     * otherwise.
     */
    public static OperationContext ofModule(Vertx vertx, Optional<String> url, Intent intent, List<MigrationInvoker> migrations,
            Optional<List<String>> schemas, Optional<String> metadataSchema) {
        return new OperationContext(vertx, url, Optional.of(intent), migrations,
                new HistoryTables(metadataSchema.orElse(intent.defaultSchema())),
                schemas.orElseGet(() -> Stream.concat(Stream.of(intent.defaultSchema()), intent.schema().ids().stream()
                        .map(ObjectId::schema).filter(name -> !name.isEmpty())).distinct().sorted().toList()));
    }

    Intent requireIntent() {
        return intent.orElseThrow(() -> new DibsException(Problem.of("DIBS-0302", Category.USAGE,
                "there is no db module here whose entities could be read")
                .remedy("Run this in a workspace with a dibs.toml, or name two sources with --from and --to.")));
    }

    String requireUrl() {
        return url.orElseThrow(() -> new DibsException(Problem.of("DIBS-0303", Category.USAGE, "no database is given")
                .remedy("Give --database-url, set DATABASE_URL, or write url in dibs.toml.")));
    }

    @Override
    public String toString() {
        return "operations on " + intent.map(present -> "a db module").orElse("databases");
    }
}
