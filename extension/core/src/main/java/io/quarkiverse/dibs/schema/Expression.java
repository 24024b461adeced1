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

    @Override
    public String toString() {
        return sql;
    }
}
