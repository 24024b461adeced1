package io.quarkiverse.dibs.source;

import java.util.List;

/**
 * What one migration does: its entries in order, and whether all of it is one transaction.
 *
 * @param description a sentence for its Javadoc
 */
public record MigrationPart(String description, boolean transactional, List<Entry> entries) {

    public MigrationPart {
        entries = List.copyOf(entries);
    }

    /** A statement or something to know; each is shown with its comments above it. */
    public sealed interface Entry {

        List<String> comments();
    }

    /** A statement that is executed as it is. */
    public record Execute(String sql, List<String> comments) implements Entry {

        public Execute {
            comments = List.copyOf(comments);
        }
    }

    /**
     * Rows that are there get a value, in batches by the key.
     *
     * @param table as it is written in SQL
     */
    public record Backfill(String name, String table, List<String> key, String sql, List<String> comments) implements Entry {

        public Backfill {
            key = List.copyOf(key);
            comments = List.copyOf(comments);
        }
    }

    /** Nothing is done; the comments say what was left out. */
    public record Remark(List<String> comments) implements Entry {

        public Remark {
            comments = List.copyOf(comments);
        }
    }
}
