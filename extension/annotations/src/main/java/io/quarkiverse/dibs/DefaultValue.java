package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column's default. Becomes {@code DEFAULT expression}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-default.html">Default Values</a>
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DefaultValue {

    /** An SQL expression, for example {@code "now()"}, {@code "0"} or, for a text, {@code "'new'"} with its quotes. */
    String value();
}
