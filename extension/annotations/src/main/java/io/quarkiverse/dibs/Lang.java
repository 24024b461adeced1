package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For tools: the language that the text is written in, for highlighting. It changes nothing in the database.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lang {

    /** The language, for example {@code "markdown"}, {@code "json"} or {@code "sql"}. */
    String value();
}
