package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For tools: what the value means beyond its type, for input and display. It changes nothing in the database.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subtype {

    /** The meaning, for example {@code "email"}, {@code "url"} or {@code "color"}. */
    String value();
}
