package io.quarkiverse.dibs.postgres.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalog queries, each in a {@code .sql} file of its name. A line that ends with {@code -- since 15} or
 * {@code -- before 15} is only for servers of these versions, one with {@code -- superuser} or {@code -- ordinary} only for
 * such
 * roles. A query takes the oids of the schemas to read as {@code $1}, or nothing. They are sent in the order in which the
 * answers are decoded, the longest as early as can be.
 */
enum CatalogQuery {
    EXTENSIONS,
    DEPENDENCIES,
    COLUMNS,
    TYPES,
    DOMAIN_CHECKS,
    TABLES,
    SEQUENCES,
    DEFAULTS,
    NOT_NULLS,
    CONSTRAINTS,
    VIEWS,
    OPERATOR_CLASS_NAMES,
    COLLATION_NAMES,
    INDEX_PARAMETERS,
    INDEXES,
    INHERITANCE,
    ROUTINES,
    AGGREGATES,
    TRIGGERS,
    PARTITION_TRIGGERS,
    RULES,
    POLICIES,
    EVENT_TRIGGERS,
    STATISTICS,
    COLLATIONS,
    CASTS,
    OPERATORS,
    OPERATOR_FAMILIES,
    OPERATOR_CLASSES,
    OPERATOR_MEMBERS,
    LANGUAGES,
    TRANSFORMS,
    ACCESS_METHODS,
    CONVERSIONS,
    TEXT_SEARCH,
    PUBLICATIONS,
    PUBLICATION_MEMBERS,
    SUBSCRIPTIONS,
    FOREIGN,
    COMMENTS,
    OWNERS,
    EXTENSION_PARTS,
    PRIVILEGES,
    DEFAULT_PRIVILEGES,
    UNMODELLED;

    private static final Pattern CONDITION = Pattern
            .compile("-- (?=\\S)(?:since (\\d+))? ?(?:before (\\d+))?(superuser|ordinary)?$");
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();
    private static final Map<String, String> SELECTED = new ConcurrentHashMap<>();

    /** The text for a server of the major version and a role of that kind. */
    String sql(int major, boolean superuser) {
        return resource(name().toLowerCase(Locale.ROOT), major, superuser);
    }

    /** The text for an ordinary role. */
    static String resource(String name, int major) {
        return resource(name, major, false);
    }

    private static String resource(String name, int major, boolean superuser) {
        return SELECTED.computeIfAbsent(name + "/" + major + "/" + superuser, key -> select(text(name), major, superuser));
    }

    /** Reads the files of all queries, for somebody who has the time before a server answers. */
    static void readAll() {
        for (CatalogQuery query : values()) {
            text(query.name().toLowerCase(Locale.ROOT));
        }
    }

    private static String text(String name) {
        return TEXTS.computeIfAbsent(name, CatalogQuery::read);
    }

    private static String select(String text, int major, boolean superuser) {
        StringBuilder kept = new StringBuilder(text.length());
        text.lines().forEach(line -> {
            Matcher condition = CONDITION.matcher(line);
            if (!condition.find()) {
                kept.append(line).append('\n');
            } else if (applies(condition, major, superuser)) {
                kept.append(line.substring(0, condition.start()).stripTrailing()).append('\n');
            }
        });
        return kept.toString();
    }

    private static boolean applies(Matcher condition, int major, boolean superuser) {
        return (condition.group(1) == null || major >= Integer.parseInt(condition.group(1)))
                && (condition.group(2) == null || major < Integer.parseInt(condition.group(2)))
                && (condition.group(3) == null || superuser == condition.group(3).equals("superuser"));
    }

    private static String read(String name) {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
