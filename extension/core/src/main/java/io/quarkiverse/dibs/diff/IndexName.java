package io.quarkiverse.dibs.diff;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.Identifiers;

/** The name that Postgres gives an index of a partition: {@code table_column_idx}, shortened and numbered as it does. */
public final class IndexName {

    private static final Pattern CALL = Pattern.compile("^\\(*(?:\\w+\\.)?(\\w+)\\(");

    private IndexName() {
    }

    public static String of(String table, Index index, Predicate<String> taken) {
        String columns = Stream.concat(index.keys().stream().map(IndexName::word), index.include().stream())
                .collect(Collectors.joining("_"));
        for (int number = 0;; number++) {
            String name = joined(table, columns, number == 0 ? "idx" : "idx" + number);
            if (!taken.test(name)) {
                return name;
            }
        }
    }

    /** The name of a unique constraint. */
    public static String of(String table, UniqueConstraint key) {
        return joined(table, String.join("_", Stream.concat(key.columns().stream(), key.include().stream()).toList()), "key");
    }

    /** The name of a primary key. */
    public static String ofPrimaryKey(String table) {
        return clipped(table, Identifiers.MAX_BYTES - "_pkey".length()) + "_pkey";
    }

    /** An expression has the name of the function it calls. */
    private static String word(Index.Key key) {
        return key.column().orElseGet(() -> {
            Matcher call = CALL.matcher(key.expression().orElseThrow().sql());
            return call.find() ? call.group(1) : "expr";
        });
    }

    /** The longer of the two gives way first. */
    private static String joined(String table, String columns, String last) {
        int left = Identifiers.bytes(table);
        int right = Identifiers.bytes(columns);
        int room = Identifiers.MAX_BYTES - 2 - last.length();
        while (left + right > room) {
            if (left > right) {
                left--;
            } else {
                right--;
            }
        }
        return clipped(table, left) + "_" + clipped(columns, right) + "_" + last;
    }

    private static String clipped(String text, int bytes) {
        int end = text.length();
        while (Identifiers.bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
