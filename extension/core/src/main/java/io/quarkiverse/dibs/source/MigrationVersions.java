package io.quarkiverse.dibs.source;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.Locale;

/** The versions of generated migrations: fourteen digits that are a time, always newer than what there is. */
public final class MigrationVersions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private MigrationVersions() {
    }

    /** The wanted version when it is newer than all the others, else the one after the newest. */
    public static String after(Collection<String> others, String wanted) {
        BigInteger newest = others.stream().map(BigInteger::new).max(BigInteger::compareTo).orElse(BigInteger.ZERO);
        return new BigInteger(wanted).compareTo(newest) > 0 ? wanted : next(newest.toString());
    }

    /** The version after: a second later where it is a time. */
    public static String next(String version) {
        try {
            return TIME.format(LocalDateTime.parse(version, TIME).plusSeconds(1));
        } catch (DateTimeParseException e) {
            return new BigInteger(version).add(BigInteger.ONE).toString();
        }
    }
}
