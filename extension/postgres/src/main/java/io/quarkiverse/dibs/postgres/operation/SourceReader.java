package io.quarkiverse.dibs.postgres.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        check(request.from());
        check(request.to());
    }

    /** The two sides, the second being what is wanted. */
    record Sides(Side from, Side to) {
    }

    Sides read() {
        if (isDatabase(request.from()) && request.to().equals(DiffRequest.ENTITIES)) {
            return databaseAndEntities();
        }
        return atOnce();
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
        return scratch(source, files(source.substring(FILE.length())));
    }

    private Side scratch(String description, List<SqlFile> files) {
        try (Scratch scratch = Scratch.create(context.vertx(), scratchUrl())) {
            scratch.load(files);
            CatalogSnapshot snapshot = scratch.read();
            return new Side(description, snapshot.schema(), scratch.session().majorVersion(), Set.of(),
                    Map.of(), Optional.empty(), Set.of());
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

    private static void check(String source) {
        if (!isDatabase(source) && !source.equals(DiffRequest.ENTITIES) && !source.startsWith(FILE)) {
            throw new DibsException(Problem.of("DIBS-0305", Category.USAGE, "\"" + source + "\" is not a source")
                    .remedy("A source is entities, db, a postgresql:// URL, or file:PATH."));
        }
        if (isUrl(source)) {
            // a URL that cannot be parsed is told before anything is opened
            ConnectionTarget.of(source);
        }
    }

    private static List<SqlFile> files(String place) {
        Path path = Path.of(place);
        List<SqlFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(path)) {
            for (Path file : found.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || file.getFileName().toString().endsWith(".sql")).sorted().toList()) {
                files.add(new SqlFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new DibsException(Problem.of("DIBS-0306", Category.USAGE, "the file or folder cannot be read: " + place)
                    .remedy("file:PATH names an SQL file in UTF-8 or a folder of them."), e);
        }
        if (files.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0307", Category.USAGE, "there is no .sql file in " + place)
                    .remedy("file:PATH names an SQL file or a folder of them."));
        }
        return files;
    }
}
