package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of an {@link Index} with its details. It is a column, an expression, or neither: then it is the column of the field
 * that the index stands on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface IndexKey {

    /** The name of a column. */
    String value() default "";

    /** An SQL expression over the table's columns, for example {@code "lower(email)"}; no outer parentheses needed. */
    String expression() default "";

    /** {@code ASC} or {@code DESC}. */
    SortOrder order() default SortOrder.ASC;

    /** {@code NULLS FIRST} or {@code NULLS LAST}. */
    NullsOrder nulls() default NullsOrder.DEFAULT;

    /** The operator class, for example {@code "gin_trgm_ops"}; empty: that of the index, else the type's default. */
    String operatorClass() default "";

    /** Parameters of the operator class, each {@code "name=value"}. */
    String[] operatorClassParameters() default {};

    /** {@code COLLATE}: {@code name} or {@code schema.name} of a collation; empty: the column's. */
    String collation() default "";
}
