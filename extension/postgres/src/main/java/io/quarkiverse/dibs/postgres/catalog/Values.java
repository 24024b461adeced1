package io.quarkiverse.dibs.postgres.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.WrittenOptions;

/** Reads the shapes that values have in the catalogs. */
final class Values {

    private static final SortedMap<String, String> NO_OPTIONS = Collections.emptySortedMap();

    private Values() {
    }

    static Optional<String> text(CatalogRow row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Expression> expression(CatalogRow row, String column) {
        return Optional.ofNullable(row.getString(column)).map(Expression::new);
    }

    static OptionalInt integer(Number value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value.intValue());
    }

    static List<String> list(String[] values) {
        return values == null ? List.of() : List.of(values);
    }

    /** An array of {@code name=value}, as {@code reloptions} has them. */
    static SortedMap<String, String> options(String[] values) {
        if (values == null) {
            return NO_OPTIONS;
        }
        LinkedHashMap<String, String> options = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            options.put(value.substring(0, equals), value.substring(equals + 1));
        }
        return WrittenOptions.of(options);
    }

    /** An array of names and values in turn; a name without a value is left out. */
    static SortedMap<String, String> pairs(String[] values) {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (int i = 0; values != null && i < values.length; i += 2) {
            if (values[i + 1] != null) {
                pairs.put(values[i], values[i + 1]);
            }
        }
        return pairs;
    }

    static Persistence persistence(CatalogRow row) {
        return row.getString("persistence").equals("u") ? Persistence.UNLOGGED : Persistence.PERMANENT;
    }

    static Trigger.Enabled enabled(CatalogRow row) {
        return enabled(row.getString("enabled"));
    }

    static Trigger.Enabled enabled(String letter) {
        return switch (letter) {
            case "D" -> Trigger.Enabled.DISABLED;
            case "R" -> Trigger.Enabled.REPLICA;
            case "A" -> Trigger.Enabled.ALWAYS;
            default -> Trigger.Enabled.ORIGIN;
        };
    }
}
