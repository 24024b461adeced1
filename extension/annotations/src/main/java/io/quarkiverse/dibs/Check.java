package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check constraint. Becomes {@code CHECK (expression)}; on a field it differs from one on the class in its name only.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-CHECK-CONSTRAINTS">Check
 *      Constraints</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Check.List.class)
public @interface Check {

    /**
     * A boolean SQL expression over the columns of the row, for example {@code "price > 0"}; names of columns, not of fields.
     */
    String value();

    /**
     * The constraint's name; empty: {@code
     *
    <table>
     * _<column>_check} on a field and {@code
     *
    <table>
     * _check} on a class, numbered
     * where there are several.
     */
    String name() default "";

    /** Several checks; the compiler writes it. */
    @Documented
    @Target({ ElementType.FIELD, ElementType.TYPE })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The checks. */
        Check[] value();
    }
}
