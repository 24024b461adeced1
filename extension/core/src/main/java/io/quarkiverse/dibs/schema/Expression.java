package io.quarkiverse.dibs.schema;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL inside an object: a default, a check, a predicate, a view's query. Two expressions are equal when their
 * texts are; texts from the catalog are in Postgres' own form, others must be brought into it first.
 */
public record Expression(String sql) {

    /**
     * An array of constants that is cast as a whole. Postgres prints this form once and, when it reads that text again, prints
     * each constant cast by itself from then on: two spellings of one thing.
     */
    private static final Pattern CAST_ARRAY = Pattern.compile(
            "\\(ARRAY\\[((?:'(?:[^']|'')*'::[a-z ]+(?:\\([0-9, ]+\\))?(?:, )?)+)\\]\\)::([a-z ]+)\\[\\]");
    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'::([a-z ]+(?:\\([0-9, ]+\\))?)");

    public Expression {
        if (sql == null || sql.isBlank()) {
            throw new IllegalArgumentException("an expression needs a text");
        }
        sql = sql.strip();
    }

    /** The text that Postgres, having read it, prints as {@link #sql}: arrays cast as a whole and nested conditions stay so. */
    public String sqlToRead() {
        return NestedTerms.kept(casts(arrays -> {
            Matcher constant = CONSTANT.matcher(arrays.group(1));
            constant.find();
            return "((ARRAY[" + arrays.group(1) + "])::" + constant.group(1) + "[])::" + arrays.group(2) + "[]";
        }));
    }

    /** The same for the definition of a routine, whose arrays stay as they are. */
    public String definitionToRead() {
        return NestedTerms.kept(sql);
    }

    /** Whether Postgres prints it otherwise once it has read its own text, as it does when a column changes its type. */
    public boolean isPrintedOnce() {
        return !sqlToRead().equals(sql);
    }

    /** The one spelling of what is printed in several. */
    private String normal() {
        return NestedTerms.flat(castOneByOne());
    }

    private String castOneByOne() {
        return casts(arrays -> "ARRAY[" + CONSTANT.matcher(arrays.group(1))
                .replaceAll(constant -> Matcher.quoteReplacement("(" + constant.group() + ")::" + arrays.group(2))) + "]");
    }

    private String casts(Function<MatchResult, String> written) {
        return sql.contains("(ARRAY['")
                ? CAST_ARRAY.matcher(sql).replaceAll(arrays -> Matcher.quoteReplacement(written.apply(arrays)))
                : sql;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && (sql.equals(that.sql) || normal().equals(that.normal()));
    }

    @Override
    public int hashCode() {
        return normal().hashCode();
    }

    /** Equal expressions have the same text here, however Postgres printed them: fingerprints rely on it. */
    @Override
    public String toString() {
        return normal();
    }
}
