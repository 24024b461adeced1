package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class or record the declaration of one table. Every instance field, also an inherited one of a
 * {@link MappedSuperclass}, is a column unless it is transient or marked {@link Ignore}. Becomes {@code CREATE TABLE}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Table {

    /** The table's name, exactly as it is to stand in the database (no quoting needed); empty: the class name in snake_case. */
    String value() default "";

    /** The schema; empty: the default schema of the configuration. */
    String schema() default "";
}
