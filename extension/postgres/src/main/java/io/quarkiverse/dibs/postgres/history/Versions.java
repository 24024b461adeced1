package io.quarkiverse.dibs.postgres.history;

import java.util.Comparator;

/** The order of versions: digits, compared as numbers of any length. */
public final class Versions {

    public static final Comparator<String> ORDER = Comparator.comparing(Versions::withoutLeadingZeros,
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    private Versions() {
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
