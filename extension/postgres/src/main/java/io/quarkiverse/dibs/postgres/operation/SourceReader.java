package io.quarkiverse.dibs.postgres.operation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.ConnectionTarget;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.canonical.Canonical;
import io.quarkiverse.dibs.postgres.canonical.CanonicalIntent;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.catalog.CatalogSnapshot;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.scratch.Scratch;
import io.quarkiverse.dibs.postgres.scratch.SqlFile;
import io.quarkiverse.dibs.postgres.scratch.SqlFiles;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Reads the two sides of a comparison. Databases are read in one read-only transaction each; files, and entities that are not
 * compared with a live database, are loaded into a scratch database that is removed again.
 */
final class SourceReader {

    private static final String FILE = "file:";

    private final OperationContext context;
    private final DiffRequest request;
    private final List<String> schemas;

    SourceReader(OperationContext context, DiffRequest request) {
        this.context = context;
        this.request = request;
        this.schemas = request.schemas().isEmpty() ? context.schemas() : request.schemas();
        // a URL that cannot be parsed is told before anything is opened
        Stream.of(request.from(), request.to()).filter(SourceReader::isUrl).forEach(ConnectionTarget::of);
    }

    /** A schema that is on neither side is misspelled; all that is compared then is nothing with nothing. */
    private Sides requireSchemas(Sides sides) {
        for (String name : request.schemas()) {
            ObjectId namespace = ObjectId.namespace(name);
            if (!sides.from().schema().contains(namespace) && !sides.to().schema().contains(namespace)) {
                throw new DibsException(Problem.of("DIBS-0311", Category.USAGE,
                        "there is no schema \"" + name + "\" on either side").remedy(
                                "Give --schema a name as it is in "
                                        + "pg_namespace: case counts."));
            }
        }
        return sides;
    }

    /** The two sides, the second being what is wanted. */
    record Sides(Side from, Side to) {
    }

    /** @throws DibsException DIBS-0311 for a schema that was asked for and is nowhere, and what reading throws */
    Sides read() {
        Sides sides = requireSchemas(isDatabase(request.from()) && request.to().equals(DiffRequest.ENTITIES)
                ? databaseAndEntities()
                : atOnce());
        Side from = isDatabase(request.from()) ? sides.from() : ViewsWithData.of(sides.from(), sides.to());
        Side to = isDatabase(request.to()) ? sides.to() : ViewsWithData.of(sides.to(), sides.from());
        return new Sides(from, to);
    }

    /**
     * Reads the second side on a thread of its own. Neither goes on once this has returned; a failure of the first counts
     * first.
     */
    private Sides atOnce() {
        FutureTask<Side> to = new FutureTask<>(() -> read(request.to()));
        Thread reader = new Thread(to, "dibs-second-source");
        reader.setDaemon(true);
        reader.start();
        Side from;
        try {
            from = read(request.from());
        } catch (RuntimeException | Error e) {
            finished(to);
            throw e;
        }
        try {
            return new Sides(from, to.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a source was read");
        }
    }

    /** Waits for the end of what nobody wants any more, so that it has taken its scratch database away. */
    private static void finished(FutureTask<Side> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            // the other failure is told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Sides databaseAndEntities() {
        Intent intent = context.requireIntent();
        try (PgSession session = PgSession.open(context.vertx(), urlOf(request.from()), PgSession.READING)) {
            CatalogSnapshot snapshot = CatalogReader.readNow(session, schemas);
            Side from = side(session, snapshot);
            if (!intent.files().isEmpty()) {
                return new Sides(from, ChosenSchemas.of(IntentFiles.load(context.vertx(), scratchUrl(), intent), schemas));
            }
            CanonicalIntent canonical = Canonical.of(session, ChosenSchemas.of(intent, schemas), snapshot);
            Schema wanted = canonical.intent().schema();
            Side to = new Side("entities", wanted, 0, Set.of(), Map.of(),
                    Optional.of(withFormSaid(canonical)), Set.of());
            return new Sides(from, to);
        }
    }

    /** Where no server could say how it prints a text, the user is told that a difference may be none. */
    private static Intent withFormSaid(CanonicalIntent canonical) {
        Intent intent = canonical.intent();
        if (canonical.form() != CanonicalIntent.Form.BUILT_IN) {
            return intent;
        }
        List<String> warnings = new ArrayList<>(intent.warnings());
        warnings.add("the role may not make temporary tables here, so expressions were compared by built-in rules:"
                + " a difference between two spellings of one expression may be shown; --scratch-url helps");
        return intent.withWarnings(warnings);
    }

    private Side side(PgSession session, CatalogSnapshot snapshot) {
        MigrationHistory history = new MigrationHistory(context.history());
        SqlConnection connection = session.connection();
        Set<ObjectId> managed = history.exists(connection)
                .chain(exists -> exists ? history.managedTables(connection)
                        : io.smallrye.mutiny.Uni.createFrom().item(Set.<ObjectId> of()))
                .await().indefinitely();
        return new Side(session.target().toString(), snapshot.schema(), session.majorVersion(),
                managed, snapshot.estimatedRows(), Optional.empty(), Set.of());
    }

    private Side read(String source) {
        if (isDatabase(source)) {
            try (PgSession session = PgSession.open(context.vertx(), urlOf(source), PgSession.READING)) {
                return side(session, CatalogReader.readNow(session, schemas));
            }
        }
        if (source.equals(DiffRequest.ENTITIES)) {
            Intent intent = context.requireIntent();
            return ChosenSchemas.of(IntentFiles.load(context.vertx(), scratchUrl(), intent), schemas);
        }
        return scratch(source, path(source.substring(FILE.length())));
    }

    private static Path path(String place) {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new DibsException(Problem.of("DIBS-0306", Category.USAGE, "no file can be called that here: " + e.getReason())
                    .remedy("Run the command in a locale that has the characters: LC_ALL=C.UTF-8."), e);
        }
    }

    private Side scratch(String description, Path place) {
        List<String> leftOut = new ArrayList<>();
        List<SqlFile> files = SqlFiles.read(place, leftOut);
        try (Scratch scratch = Scratch.create(context.vertx(), scratchUrl())) {
            scratch.load(files);
            Schema.Builder schema = scratch.read().schema().toBuilder();
            leftOut.forEach(part -> schema.unmodelled("way back of a migration", part));
            return new Side(description, schema.build(), scratch.session().majorVersion(), Set.of(), Map.of(),
                    Optional.empty(), Set.of());
        }
    }

    private String scratchUrl() {
        return request.scratchUrl()
                .or(() -> Stream.of(request.from(), request.to()).filter(SourceReader::isUrl).findFirst())
                .or(context::url)
                .orElseThrow(() -> new DibsException(Problem.of("DIBS-0304", Category.USAGE,
                        "there is no server on which the files could be loaded")
                        .remedy("Give --scratch-url with a server on which dibs may create a database.")));
    }

    private String urlOf(String source) {
        return source.equals(DiffRequest.DATABASE) ? context.requireUrl() : source;
    }

    private static boolean isDatabase(String source) {
        return source.equals(DiffRequest.DATABASE) || isUrl(source);
    }

    private static boolean isUrl(String source) {
        return source.startsWith("postgresql://") || source.startsWith("postgres://");
    }
}
