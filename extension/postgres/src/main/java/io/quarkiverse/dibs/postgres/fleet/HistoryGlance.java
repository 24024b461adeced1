package io.quarkiverse.dibs.postgres.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Looks at the histories of many schemas in one query: not at their rows but at a digest of them. Histories that are alike
 * have the same digest, and have to be read and judged once. Stateless.
 */
final class HistoryGlance {

    /** An empty table has the digest of nothing. */
    private static final String LOOK = """
            SELECT %d, pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg(
                       pg_catalog.concat_ws(' ', version, state, checksum), ',' ORDER BY version COLLATE "C"), ''), 'UTF8')),
                   coalesce(pg_catalog.bool_and(state IN ('applied', 'baseline')), true)
            FROM %s""";

    private HistoryGlance() {
    }

    /** The digest of a history that was read whole. */
    static String digest(List<HistoryEntry> history) {
        String text = history.stream().sorted(Comparator.comparing(HistoryEntry::version))
                .map(entry -> entry.version() + " " + entry.state().label() + " " + entry.checksum())
                .collect(Collectors.joining(","));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digests of the histories, in their order. Fails as the server does where one of them is not there or cannot be read.
     * A digest is absent where something in the history is under way or failed, so that the digest would not say all of it.
     */
    static Uni<List<Optional<String>>> of(SqlConnection connection, List<HistoryTables> histories) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < histories.size(); i++) {
            sql.append(i == 0 ? "" : "\nUNION ALL\n").append(LOOK.formatted(i, histories.get(i).migrations()));
        }
        return connection.query(sql.toString()).execute().map(rows -> {
            List<Optional<String>> digests = new ArrayList<>(rows.size());
            for (int i = 0; i < histories.size(); i++) {
                digests.add(Optional.empty());
            }
            for (Row row : rows) {
                digests.set(row.getInteger(0), row.getBoolean(2)
                        ? Optional.of(HexFormat.of().formatHex(row.getBuffer(1).getBytes()))
                        : Optional.empty());
            }
            return digests;
        });
    }
}
