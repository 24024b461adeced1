package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unique constraint: on a field over its column, on a class over {@link #columns}. Becomes {@code UNIQUE (...)}. For a
 * partial or an expression index see {@link Index#unique}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-UNIQUE-CONSTRAINTS">Unique
 *      Constraints</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Unique.List.class)
public @interface Unique {

    /** The columns in order; only on a class. Names of columns, not of fields. */
    String[] columns() default {};

    /**
     * The constraint's name; empty: {@code
     *
    <table>
     * _<columns>_key}, as Postgres itself would call it.
     */
    String name() default "";

    /** {@code INCLUDE}: columns kept in the index but not part of the key. */
    String[] include() default {};

    /** {@code NULLS NOT DISTINCT} (Postgres 15 and later): two nulls are equal. */
    boolean nullsNotDistinct() default false;

    /** When the constraint is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /** Several unique constraints; the compiler writes it. */
    @Documented
    @Target({ ElementType.FIELD, ElementType.TYPE })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The constraints. */
        Unique[] value();
    }
}
