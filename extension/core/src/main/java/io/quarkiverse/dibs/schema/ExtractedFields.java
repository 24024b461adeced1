package io.quarkiverse.dibs.schema;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields of {@code EXTRACT} that were written as a literal with capitals, {@code EXTRACT('YEAR' FROM t)}. Postgres prints the
 * field without quotes and reads it in small letters after that: two spellings of one thing, as the field has no capitals.
 */
final class ExtractedFields {

    private static final String EXTRACT = "EXTRACT(";
    private static final Pattern FIELD = Pattern.compile("\\GEXTRACT\\(([A-Za-z_]*[A-Z][A-Za-z_]*)(?= FROM )");

    private ExtractedFields() {
    }

    /** The text that Postgres, having read it, prints as this one. */
    static String kept(String sql) {
        return with(sql, field -> "'" + field + "'");
    }

    /** The text as Postgres prints it once it has read its own. */
    static String small(String sql) {
        return with(sql, field -> field.toLowerCase(Locale.ROOT));
    }

    private static String with(String sql, UnaryOperator<String> written) {
        if (!sql.contains(EXTRACT)) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        Matcher field = FIELD.matcher(sql);
        int i = 0;
        while (i < sql.length()) {
            int end = QuotedText.end(sql, i);
            if (end > i) {
                text.append(sql, i, end);
            } else if (field.find(i)) {
                text.append(EXTRACT).append(written.apply(field.group(1)));
                end = field.end();
            } else {
                text.append(sql.charAt(i));
                end = i + 1;
            }
            i = end;
        }
        return text.toString();
    }
}
