package io.quarkiverse.dibs.schema;

/**
 * A piece of SQL inside an object: a default, a check, a predicate, a view's query. Two expressions are equal when their
 * texts are; texts from the catalog are in Postgres' own form, others must be brought into it first.
 */
public record Expression(String sql) {

    public Expression {
        if (sql == null || sql.isBlank()) {
            throw new IllegalArgumentException("an expression needs a text");
        }
        sql = sql.strip();
    }

    /**
     * The text that Postgres, having read it, prints as {@link #sql}: arrays cast as a whole, nested conditions, items
     * without a name and fields with capitals stay so.
     */
    public String sqlToRead() {
        return ExtractedFields.kept(UnnamedItems.kept(NestedTerms.kept(CastArrays.kept(sql))));
    }

    /** Whether Postgres prints it otherwise once it has read its own text, as it does when a column changes its type. */
    public boolean isPrintedOnce() {
        return !sqlToRead().equals(sql);
    }

    /** The one spelling of what is printed in several. */
    private String normal() {
        return ExtractedFields.small(UnnamedItems.withoutGivenNames(NestedTerms.flat(CastArrays.oneByOne(sql))));
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
