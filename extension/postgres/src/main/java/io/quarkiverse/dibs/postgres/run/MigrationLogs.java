package io.quarkiverse.dibs.postgres.run;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.report.MigrationEvent;

/**
 * Passes on what the code of one migration logs while it runs. What others log at the same time, and what the machinery below
 * the migration logs, is left alone. Closing it takes it off the root logger.
 */
final class MigrationLogs extends Handler implements AutoCloseable {

    private static final List<String> MACHINERY = List.of("io.vertx.", "io.netty.", "io.smallrye.mutiny.",
            "io.quarkiverse.dibs.postgres.");

    private final String version;
    private final MigrationThreads threads;
    private final Consumer<? super MigrationEvent> events;
    private final Logger root = Logger.getLogger("");
    private final SimpleFormatter formatter = new SimpleFormatter();

    private MigrationLogs(String version, MigrationThreads threads, Consumer<? super MigrationEvent> events) {
        this.version = version;
        this.threads = threads;
        this.events = events;
    }

    static MigrationLogs attach(String version, MigrationThreads threads, Consumer<? super MigrationEvent> events) {
        MigrationLogs logs = new MigrationLogs(version, threads, events);
        logs.setLevel(Level.INFO);
        logs.root.addHandler(logs);
        return logs;
    }

    @Override
    public void publish(LogRecord record) {
        String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        if (isLoggable(record) && threads.containsCurrent() && MACHINERY.stream().noneMatch(logger::startsWith)) {
            events.accept(new MigrationEvent.Log(version, level(record.getLevel()), logger, Redactor.redact(text(record))));
        }
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "WARN" : "INFO";
    }

    /** Quarkus' log records may have the format of printf, which the JDK's formatter does not know. */
    private String text(LogRecord record) {
        String message = String.valueOf(record.getMessage());
        Object[] parameters = record.getParameters();
        if (parameters != null && parameters.length > 0 && message.contains("%") && !message.contains("{0")) {
            try {
                return String.format(Locale.ROOT, message, parameters);
            } catch (IllegalArgumentException e) {
                return message;
            }
        }
        return formatter.formatMessage(record);
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
