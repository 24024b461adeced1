package io.quarkiverse.dibs.deployment.devmode;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.logging.LogRecord;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.test.QuarkusDevModeTest;

/** What dibs says in the log of an application in dev mode, and saving files of it. */
final class DevModeLog {

    static final String LOGGER = "io.quarkiverse.dibs";

    private final QuarkusDevModeTest application;

    DevModeLog(QuarkusDevModeTest application) {
        this.application = application;
    }

    String awaitLine(String text) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50))
                .until(() -> lines().stream().filter(line -> line.contains(text)).reduce((first, last) -> last),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    List<String> lines() {
        return List.copyOf(application.getLogRecords()).stream().filter(record -> LOGGER.equals(record.getLoggerName()))
                .map(DevModeLog::text).toList();
    }

    private static String text(LogRecord record) {
        return new org.jboss.logmanager.formatters.PatternFormatter("%s").format(
                org.jboss.logmanager.ExtLogRecord.wrap(record));
    }

    /** Lets Quarkus look for changes now, as a request would; returns when the application runs again. */
    static boolean reload() {
        try {
            return DevConsoleManager.getHotReplacementContext().doScan(true);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
