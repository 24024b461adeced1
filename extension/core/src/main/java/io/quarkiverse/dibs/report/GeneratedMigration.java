package io.quarkiverse.dibs.report;

import java.util.Objects;

/**
 * A migration as Java source text. Nobody has written it to disk yet.
 *
 * @param fileName for example {@code M20260124120000CreateUsers.java}
 * @param packageName the package of the other migrations
 */
public record GeneratedMigration(String version, String fileName, String packageName, String source) {

    public GeneratedMigration {
        Objects.requireNonNull(version);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(packageName);
        Objects.requireNonNull(source);
    }

    /** The path below a source root. */
    public String path() {
        return packageName.isEmpty() ? fileName : packageName.replace('.', '/') + "/" + fileName;
    }
}
