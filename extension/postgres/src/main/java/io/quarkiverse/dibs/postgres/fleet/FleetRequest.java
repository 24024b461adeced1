package io.quarkiverse.dibs.postgres.fleet;

import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * Which targets, and how many at a time. The text and the query may hold passwords, so this prints without them.
 *
 * @param file the name of the list of targets, for messages; exactly one of list and query is present
 * @param text what stands in the list
 * @param shard {@code 0/4}, where only a part of them is meant
 * @param failFast whether no further target is begun once one has failed
 */
public record FleetRequest(Optional<String> file, Optional<String> text, Optional<String> query, int parallel,
        Optional<String> shard, boolean failFast) {

    public static final int DEFAULT_PARALLEL = 8;
    private static final int MOST_PARALLEL = 256;

    /**
     * @throws DibsException DIBS-0747 or DIBS-0749 when that cannot be
     */
    public FleetRequest {
        Objects.requireNonNull(shard);
        if (file.isPresent() == query.isPresent() || file.isPresent() != text.isPresent()) {
            throw new DibsException(Problem.of("DIBS-0749", Category.USAGE,
                    "the targets come from a file or from a query, and from one of them only")
                    .remedy("Give --targets FILE or --targets-query SQL."));
        }
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new DibsException(Problem.of("DIBS-0747", Category.USAGE,
                    "that many targets cannot be worked on at a time: " + parallel)
                    .remedy("Give --parallel a number from 1 to " + MOST_PARALLEL
                            + "; each takes a connection of the server."));
        }
    }

    /** The targets that stand in a list. */
    public static FleetRequest ofFile(String file, String text) {
        return new FleetRequest(Optional.of(file), Optional.of(text), Optional.empty(), DEFAULT_PARALLEL, Optional.empty(),
                false);
    }

    /** The targets that a query on the database gives. */
    public static FleetRequest ofQuery(String sql) {
        return new FleetRequest(Optional.empty(), Optional.empty(), Optional.of(sql), DEFAULT_PARALLEL, Optional.empty(),
                false);
    }

    /** DIBS-0740: the list of targets that was named cannot be read. */
    public static DibsException unreadable(String file, Exception failure) {
        String why = failure instanceof NoSuchFileException ? "there is no such file"
                : failure instanceof CharacterCodingException ? "it is not UTF-8" : failure.toString();
        return new DibsException(Problem.of("DIBS-0740", Category.USAGE, "the targets cannot be read: " + why).at(file)
                .remedy("Name a file with a line for each: postgresql://user@host:port/database."), failure);
    }

    public FleetRequest withParallel(int number) {
        return new FleetRequest(file, text, query, number, shard, failFast);
    }

    public FleetRequest withShard(String one) {
        return new FleetRequest(file, text, query, parallel, Optional.of(one), failFast);
    }

    public FleetRequest withFailFast(boolean stop) {
        return new FleetRequest(file, text, query, parallel, shard, stop);
    }

    @Override
    public String toString() {
        return file.orElse("a query") + ", " + parallel + " at a time" + shard.map(one -> ", shard " + one).orElse("");
    }
}
