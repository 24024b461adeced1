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
 * {@code -- before 15}
 * is only for servers of these versions. A query takes the oids of the schemas to read as {@code $1}, or nothing. They are sent
 * in
 * the order in which the answers are decoded, the longest as early as can be.
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
    TEXT_SEARCH,
    PUBLICATIONS,
    PUBLICATION_MEMBERS,
    FOREIGN,
    COMMENTS,
    OWNERS,
    PRIVILEGES,
    DEFAULT_PRIVILEGES,
    UNMODELLED;

    private static final Pattern CONDITION = Pattern.compile("-- (?:since (\\d+))? ?(?:before (\\d+))?$");
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    /** The text for a server of the major version. */
    String sql(int major) {
        return resource(name().toLowerCase(Locale.ROOT), major);
    }

    static String resource(String name, int major) {
        return TEXTS.computeIfAbsent(name + "/" + major, key -> forVersion(read(name), major));
    }

    private static String forVersion(String text, int major) {
        StringBuilder kept = new StringBuilder(text.length());
        text.lines().forEach(line -> {
            Matcher condition = CONDITION.matcher(line);
            boolean found = condition.find() && (condition.group(1) != null || condition.group(2) != null);
            boolean applies = !found || (condition.group(1) == null || major >= Integer.parseInt(condition.group(1)))
                    && (condition.group(2) == null || major < Integer.parseInt(condition.group(2)));
            if (applies) {
                kept.append(found ? line.substring(0, condition.start()).stripTrailing() : line).append('\n');
            }
        });
        return kept.toString();
    }

    private static String read(String name) {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
