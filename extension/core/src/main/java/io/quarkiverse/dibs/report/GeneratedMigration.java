package io.quarkiverse.dibs.report;

import java.util.Objects;

/**
 * A migration as Java source text. Nobody has written it to disk yet.
 *
 * @param fileName for example {@code M20260124120000CreateUsers.java}
 * @param packageName the package of the other migrations
 * @param sql the same as plain SQL, for who reviews it; nothing runs it
 */
public record GeneratedMigration(String version, String fileName, String packageName, String source, String sql) {

    public GeneratedMigration {
        Objects.requireNonNull(version);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(packageName);
        Objects.requireNonNull(source);
        Objects.requireNonNull(sql);
    }

    /** What it is called in the history: {@code CreateUsers}. */
    public String name() {
        return fileName.substring("M".length() + version.length()).replaceFirst("\\.java$", "");
    }

    /** The path of the SQL below a source root: beside the Java source. */
    public String sqlPath() {
        return path().replaceFirst("\\.java$", ".sql");
    }

    /** The path below a source root. */
    public String path() {
        return packageName.isEmpty() ? fileName : packageName.replace('.', '/') + "/" + fileName;
    }
}
