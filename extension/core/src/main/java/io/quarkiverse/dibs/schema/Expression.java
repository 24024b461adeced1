package io.quarkiverse.dibs.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL inside an object: a default, a check, a predicate, a view's query. Two expressions are equal when their
 * texts are; texts from the catalog are in Postgres' own form, others must be brought into it first.
 */
public record Expression(String sql) {

    /**
     * An array of constants that is cast as a whole. Postgres prints this form once and, when it reads that text again, prints
     * each constant cast by itself from then on: two spellings of one thing, so only the lasting one is kept.
     */
    private static final Pattern CAST_ARRAY = Pattern.compile(
            "\\(ARRAY\\[((?:'(?:[^']|'')*'::[a-z ]+(?:\\([0-9, ]+\\))?(?:, )?)+)\\]\\)::([a-z ]+)\\[\\]");
    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'::[a-z ]+(?:\\([0-9, ]+\\))?");

    public Expression {
        if (sql == null || sql.isBlank()) {
            throw new IllegalArgumentException("an expression needs a text");
        }
        sql = castOneByOne(sql.strip());
    }

    private static String castOneByOne(String sql) {
        if (!sql.contains("(ARRAY['")) {
            return sql;
        }
        Matcher arrays = CAST_ARRAY.matcher(sql);
        StringBuilder out = new StringBuilder();
        while (arrays.find()) {
            String type = arrays.group(2);
            String constants = CONSTANT.matcher(arrays.group(1)).replaceAll(constant -> Matcher
                    .quoteReplacement("(" + constant.group() + ")::" + type));
            arrays.appendReplacement(out, Matcher.quoteReplacement("ARRAY[" + constants + "]"));
        }
        return arrays.appendTail(out).toString();
    }

    @Override
    public String toString() {
        return sql;
    }
}
