package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a Java enum is kept in the database; on the enum for all its columns, on a field for that column. Without it an enum is
 * a Postgres enum named after the class in snake_case. Becomes {@code CREATE TYPE ... AS ENUM} or {@code text} with a check.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Enumerated {

    /** As a Postgres enum, or as text with a check. */
    EnumStorage value() default EnumStorage.POSTGRES_ENUM;

    /** The name of the enum type; empty: the class name in snake_case. Without effect for {@link EnumStorage#TEXT_CHECK}. */
    String name() default "";

    /** The schema of the enum type; empty: that of the configuration. */
    String schema() default "";

    /** How labels are made from the names of constants that have no {@link EnumLabel}. */
    EnumNaming naming() default EnumNaming.CONSTANT_NAME;
}
