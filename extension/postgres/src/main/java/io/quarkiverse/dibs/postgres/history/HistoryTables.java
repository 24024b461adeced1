package io.quarkiverse.dibs.postgres.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.Literals;

/**
 * The names of dibs' own tables in the schema that holds them, and the key of the lock that guards them.
 *
 * @param ofSchema whether they tell of their own schema only, beside other schemas with histories of their own
 */
public record HistoryTables(String schema, boolean ofSchema) {

    /** What every table of dibs' own begins with; the diff leaves such tables out. */
    public static final String PREFIX = "__dibs_";

    private static final String MIGRATIONS = PREFIX + "migrations";
    private static final String LOG = PREFIX + "log";
    private static final String TABLES = PREFIX + "tables";
    private static final String COLUMNS = PREFIX + "columns";
    private static final String INDICES = PREFIX + "indices";
    private static final String BACKFILLS = PREFIX + "backfills";

    private static final Pattern WITHIN = Pattern.compile("\\{within ([a-z.]+)\\}");

    public HistoryTables {
        Objects.requireNonNull(schema);
    }

    /** Of a whole database. */
    public HistoryTables(String schema) {
        this(schema, false);
    }

    /** Of one schema among others with histories of their own. */
    public static HistoryTables ofSchema(String schema) {
        return new HistoryTables(schema, true);
    }

    /**
     * The condition that something in a schema of this name may be the work of this history's migrations. What others do at
     * the same time in a schema of theirs is never taken for it.
     *
     * @param name an expression of SQL
     */
    public String covers(String name) {
        return ofSchema ? name + " = " + Literals.string(schema) : "true";
    }

    /**
     * The same condition on the number of a relation, as one that indexes of the catalog serve: where there are thousands of
     * schemas, to look at all columns for each migration of each would be most of the work.
     *
     * @param oid an expression of SQL
     */
    private String within(String oid) {
        return ofSchema ? oid + " IN (SELECT own.oid FROM pg_catalog.pg_class own WHERE own.relnamespace = "
                + Literals.string(quotedSchema()) + "::pg_catalog.regnamespace)" : "true";
    }

    public String migrations() {
        return qualified(MIGRATIONS);
    }

    /** What was ever written into the history; nothing is changed in it or deleted. */
    public String log() {
        return qualified(LOG);
    }

    public String tables() {
        return qualified(TABLES);
    }

    public String columns() {
        return qualified(COLUMNS);
    }

    public String indices() {
        return qualified(INDICES);
    }

    public String backfills() {
        return qualified(BACKFILLS);
    }

    /** The schema's name, quoted. */
    public String quotedSchema() {
        return Identifiers.quote(schema);
    }

    /** The unquoted names of all of them. */
    public static List<String> names() {
        return List.of(MIGRATIONS, LOG, TABLES, COLUMNS, INDICES, BACKFILLS);
    }

    /**
     * The key of the advisory lock: 64 bits of a SHA-256, so that two applications in one database do not meet by chance. The
     * lock is of one database, so the database's name is no part of it.
     */
    public long lockKey() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("dibs:" + migrations()).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Puts the names into the text of a statement that says {@code {migrations}}, {@code {tables}} and so on. */
    String in(String sql) {
        return WITHIN.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(within(found.group(1))))
                .replace("{covers}", covers("n.nspname")).replace("{schema}", quotedSchema())
                .replace("{migrations}", migrations()).replace("{log}", log())
                .replace("{tables}", tables())
                .replace("{columns}", columns()).replace("{indices}", indices()).replace("{backfills}", backfills());
    }

    private String qualified(String name) {
        return Identifiers.qualify(schema, name);
    }
}
