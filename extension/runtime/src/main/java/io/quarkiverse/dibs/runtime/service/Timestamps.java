package io.quarkiverse.dibs.runtime.service;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Versions of new migrations: {@code yyyyMMddHHmmss} in UTC, the same on every machine. */
public final class Timestamps {

    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Timestamps() {
    }

    /** The given version, or that of this second when it is empty. */
    public static String orNow(String version) {
        return version.isEmpty() ? VERSION.format(LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC))
                : version;
    }
}
