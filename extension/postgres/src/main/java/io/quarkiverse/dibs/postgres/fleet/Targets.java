package io.quarkiverse.dibs.postgres.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.vertx.mutiny.core.Vertx;

/**
 * The targets of one command.
 *
 * @param here those that are worked on, in the order in which they are written
 * @param all how many there are in all shards
 */
record Targets(List<Target> here, int all, Optional<Shard> shard) {

    Targets {
        here = List.copyOf(here);
    }

    /**
     * @param url the configured database; needed for a query only
     * @throws DibsException DIBS-0741 to DIBS-0746, and DIBS-0303 where a query has no database
     */
    static Targets of(Vertx vertx, FleetRequest request, Optional<String> url, HistoryTables tables) {
        Optional<Shard> shard = request.shard().map(text -> Shard.parse(text, System.getenv()));
        List<Target> all = request.query()
                .map(sql -> TargetsQuery.run(vertx, url.orElseThrow(Targets::noDatabase), sql))
                .orElseGet(() -> TargetsFile.parse(request.file().orElseThrow(), request.text().orElseThrow()));
        if (all.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0743", Category.USAGE, request.query().isPresent()
                    ? "the query for the targets gave no row"
                    : "there are no targets in " + request.file().orElseThrow())
                    .remedy(request.query().isPresent() ? "Look at what it selects, and at which database it is run on."
                            : "Write a line for each: postgresql://user@host:port/database."));
        }
        requireDifferent(all, tables);
        return new Targets(all.stream().filter(target -> shard.map(one -> one.has(target.name())).orElse(true)).toList(),
                all.size(), shard);
    }

    /** Two of one name could not be told apart, and two of one history would be in each other's way. */
    private static void requireDifferent(List<Target> all, HistoryTables tables) {
        Map<String, Target> names = new HashMap<>();
        Map<String, Target> identities = new HashMap<>();
        for (Target target : all) {
            if (names.putIfAbsent(target.name(), target) != null) {
                throw duplicate("two targets are called " + target.name(), "Take one away, or give them different names.");
            }
            Target same = identities.putIfAbsent(target.identity(tables), target);
            if (same != null) {
                throw duplicate("the targets " + same.name() + " and " + target.name() + " have one history, in the schema "
                        + target.tables(tables).schema() + " of " + target.where(), "Take one away.");
            }
        }
    }

    private static DibsException duplicate(String message, String remedy) {
        return new DibsException(Problem.of("DIBS-0742", Category.USAGE, message).remedy(remedy));
    }

    private static DibsException noDatabase() {
        return new DibsException(Problem.of("DIBS-0303", Category.USAGE, "no database is given to run the query on")
                .remedy("Give --database-url, set DATABASE_URL, or write url in dibs.toml."));
    }
}
