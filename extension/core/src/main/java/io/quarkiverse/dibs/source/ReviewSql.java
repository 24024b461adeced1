package io.quarkiverse.dibs.source;

import java.util.List;

/**
 * A migration as plain SQL, for who reviews the statements and does not read Java. It is never run: the Java source is what
 * counts.
 */
final class ReviewSql {

    private ReviewSql() {
    }

    static String write(String className, MigrationPart part) {
        StringBuilder out = new StringBuilder();
        comment(out, List.of(className + ": " + part.description(), "For review only. What runs is " + className + ".java."));
        out.append(part.transactional() ? "\nBEGIN;\n" : "\n-- each statement is on its own, outside a transaction\n");
        for (MigrationPart.Entry entry : part.entries()) {
            out.append('\n');
            comment(out, entry.comments());
            if (entry instanceof MigrationPart.Execute execute) {
                out.append(execute.sql().strip()).append(";\n");
            } else if (entry instanceof MigrationPart.Backfill backfill) {
                comment(out, List.of("backfill " + backfill.name() + ": in batches by the key of " + backfill.table() + " ("
                        + String.join(", ", backfill.key()) + "), each in a transaction of its own:"));
                backfill.sql().strip().lines().forEach(line -> out.append("--   ").append(line).append('\n'));
            }
        }
        out.append(part.transactional() ? "\nCOMMIT;\n" : "");
        return out.toString();
    }

    private static void comment(StringBuilder out, List<String> paragraphs) {
        paragraphs.forEach(text -> MigrationSource.wrapped(text).forEach(line -> out.append("-- ").append(line).append('\n')));
    }
}
