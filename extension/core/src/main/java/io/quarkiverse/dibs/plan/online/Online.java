package io.quarkiverse.dibs.plan.online;

import java.util.Locale;
import java.util.Optional;

/** When a change is written in the form that lets readers and writers go on, at the price of several transactions. */
public enum Online {
    /** On tables that have rows. */
    AUTO,
    ALWAYS,
    NEVER;

    /** As it is written on the command line: {@code auto}, {@code always}, {@code never}. */
    public static Optional<Online> of(String written) {
        for (Online online : values()) {
            if (online.name().toLowerCase(Locale.ROOT).equals(written)) {
                return Optional.of(online);
            }
        }
        return Optional.empty();
    }
}
