package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column is computed from others of its row. Becomes {@code GENERATED ALWAYS AS (expression) STORED} or {@code VIRTUAL}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-generated-columns.html">Generated Columns</a>
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface GeneratedColumn {

    /** An immutable SQL expression over other columns of the table, for example {@code "price * quantity"}. */
    String value();

    /** Whether the value is kept in the row; {@code false} computes it at each reading (Postgres 18 and later). */
    boolean stored() default true;
}
