package io.quarkiverse.dibs.deployment.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Names with dots in them, as users write them in annotations: {@code schema.table.column}. A part with a dot in it stands in
 * double quotes, in which two double quotes are one.
 */
final class QualifiedNames {

    private static final Set<String> BUILT_IN_OPERATOR_CLASSES = Set.of("text_pattern_ops", "varchar_pattern_ops",
            "bpchar_pattern_ops", "jsonb_path_ops", "inet_ops", "text_ops", "varchar_ops", "int4_ops", "int8_ops", "array_ops",
            "jsonb_ops", "tsvector_ops", "range_ops", "int4_minmax_ops", "int8_minmax_ops", "timestamptz_minmax_ops",
            "int4_bloom_ops", "int8_bloom_ops", "text_bloom_ops");

    private QualifiedNames() {
    }

    static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '"' && quoted && i + 1 < written.length() && written.charAt(i + 1) == '"') {
                part.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** A collation, qualified and quoted; one without a schema is one of the server's own. */
    static String collation(String written) {
        List<String> parts = parts(written);
        return parts.size() == 2 ? Identifiers.qualify(parts.get(0), parts.get(1))
                : Identifiers.qualify("pg_catalog", written.replace("\"", ""));
    }

    /** An operator class, quoted, and qualified when it says its schema or is known as one of the server's own. */
    static String operatorClass(String written) {
        List<String> parts = parts(written);
        if (parts.size() == 2) {
            return Identifiers.qualify(parts.get(0), parts.get(1));
        }
        return BUILT_IN_OPERATOR_CLASSES.contains(written) ? Identifiers.qualify("pg_catalog", written)
                : Identifiers.quote(parts.get(0));
    }
}
