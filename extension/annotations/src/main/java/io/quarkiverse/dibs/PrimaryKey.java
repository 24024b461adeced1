package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The primary key. On several fields it is one composite key in the order of the fields; on the class, {@link #columns} says
 * the order. Becomes {@code PRIMARY KEY (...)}; its columns are never nullable.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS">Primary Keys</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface PrimaryKey {

    /** The columns of the key in order; only on a class. Names of columns, not of fields. */
    String[] columns() default {};

    /**
     * The constraint's name; empty: {@code
     *
    <table>
     * _pkey}, as Postgres itself would call it.
     */
    String name() default "";

    /** When the constraint is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;
}
