package io.quarkiverse.dibs.cli.command;

import java.time.Duration;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long to wait, in whole seconds; nobody waits less than not at all. */
final class LockWait implements ITypeConverter<Duration> {

    /** Beyond it, seconds can no longer be told in milliseconds. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000;

    @Override
    public Duration convert(String value) {
        long seconds;
        try {
            seconds = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + value + "' is not a number of seconds");
        }
        if (seconds < 0 || seconds > MOST_SECONDS) {
            throw new TypeConversionException("'" + value + "' seconds cannot be waited");
        }
        return Duration.ofSeconds(seconds);
    }
}
