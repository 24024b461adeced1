package io.quarkiverse.dibs.postgres.history;

import java.util.Comparator;

import io.quarkiverse.dibs.spi.MigrationInvoker;

/** The order of versions: digits, compared as numbers of any length; behind them the repeatable ones by name. */
public final class Versions {

    private static final Comparator<String> NUMBERS = Comparator.comparing(Versions::withoutLeadingZeros,
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    public static final Comparator<String> ORDER = (one, other) -> isRepeatable(one) != isRepeatable(other)
            ? Boolean.compare(isRepeatable(one), isRepeatable(other))
            : isRepeatable(one) ? one.compareTo(other) : NUMBERS.compare(one, other);

    private Versions() {
    }

    /** Whether it is that of a migration that is run again when it changes, which has no number. */
    public static boolean isRepeatable(String version) {
        return version.startsWith(MigrationInvoker.REPEATABLE);
    }

    /** The version as it is stored: digits without leading zeros. */
    public static String withoutLeadingZeros(String version) {
        int start = 0;
        while (start < version.length() - 1 && version.charAt(start) == '0') {
            start++;
        }
        return version.substring(start);
    }
}
