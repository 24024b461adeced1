package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.MergedIntent;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.SqlText;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.postgres.canonical.Canonical;
import io.quarkiverse.dibs.postgres.catalog.CatalogSnapshot;
import io.quarkiverse.dibs.postgres.scratch.Scratch;
import io.quarkiverse.dibs.postgres.scratch.SqlFile;
import io.quarkiverse.dibs.schema.ObjectId;
import io.vertx.mutiny.core.Vertx;

/**
 * Loads entities and the SQL files beside them into one scratch database, in whatever order works, and reads what they say
 * together. Nothing of a file ever runs on the target.
 */
final class IntentFiles {

    private static final String ENTITIES = "entities";
    /** The server says that something of the name is there already. */
    private static final Set<String> DUPLICATES = Set.of("42P07", "42710", "42723", "42P06", "42701", "42P16");

    private final Intent intent;

    private IntentFiles(Intent intent) {
        this.intent = intent;
    }

    /**
     * @throws DibsException DIBS-0280 and its like for a file that cannot be loaded, DIBS-0308 for one that defines what an
     *         entity defines
     */
    static Side load(Vertx vertx, String scratchUrl, Intent intent) {
        return new IntentFiles(intent).load(vertx, scratchUrl);
    }

    private Side load(Vertx vertx, String scratchUrl) {
        try (Scratch scratch = Scratch.create(vertx, scratchUrl)) {
            int major = scratch.session().majorVersion();
            try {
                scratch.load(files(major));
            } catch (DibsException e) {
                throw e.problem().sqlState().filter(DUPLICATES::contains).isPresent() ? duplicate(e) : e;
            }
            CatalogSnapshot loaded = scratch.read();
            Intent canonical = Canonical.of(scratch.session(), intent, loaded).intent();
            if (intent.files().isEmpty()) {
                return new Side(ENTITIES, loaded.schema(), major, Set.of(), Map.of(), Optional.of(intent), Set.of());
            }
            MergedIntent merged = MergedIntent.of(canonical.schema(), loaded.schema());
            if (!merged.redefined().isEmpty()) {
                throw redefined(merged.redefined().get(0), null);
            }
            return new Side("entities and " + intent.files().size() + (intent.files().size() == 1 ? " file" : " files"),
                    merged.schema(), 0, Set.of(), Map.of(), Optional.of(canonical.withSchema(merged.schema())),
                    merged.saidByFiles());
        }
    }

    private List<SqlFile> files(int major) {
        List<SqlFile> files = new ArrayList<>();
        String sql = String.join(";\n\n", Planner.create(intent.schema(), PlanOptions.forServer(major)).statements());
        files.add(new SqlFile(ENTITIES, sql + ";\n"));
        intent.files().forEach(file -> files.add(new SqlFile(file.name(), file.text())));
        return files;
    }

    /** The name the server complains of, as an entity's object if it is one. */
    private DibsException duplicate(DibsException failure) {
        String message = failure.problem().message();
        return intent.schema().ids().stream()
                .filter(id -> message.contains("\"" + id.name() + "\"") && intent.sources().containsKey(id)).findFirst()
                .map(id -> redefined(id, failure)).orElse(failure);
    }

    private DibsException redefined(ObjectId id, DibsException failure) {
        Pattern name = Pattern.compile("(?i)\\b" + Pattern.quote(id.name()) + "\\b");
        String files = Optional.ofNullable(failure).flatMap(e -> e.problem().location())
                .filter(place -> !place.startsWith(ENTITIES + ":"))
                .orElseGet(() -> intent.files().stream().filter(file -> name.matcher(file.text()).find()).map(SqlText::name)
                        .collect(Collectors.joining(" or ")));
        String owner = source(id).map(source -> "the entity " + source.className()).orElse("an entity");
        return new DibsException(Problem.of("DIBS-0308", Category.USAGE,
                (files.isEmpty() ? "an SQL file" : files) + " redefines " + id + ", which " + owner + " defines")
                .remedy("Say it in one place only: change the entity, or take the statement out of the file."), failure);
    }

    private Optional<Intent.Source> source(ObjectId id) {
        for (ObjectId each = id; each != null; each = each.parent()) {
            if (intent.sources().containsKey(each)) {
                return Optional.of(intent.sources().get(each));
            }
        }
        return Optional.empty();
    }
}
