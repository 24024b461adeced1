package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is written anew as a whole whenever it changes: views, functions, triggers. A class like that of a {@link Migration},
 * but
 * without a version: it is run in a transaction when it was never run, and again whenever its source has changed, after the
 * migrations and in the order of class names. It has to work on what it made before, as {@code CREATE OR REPLACE VIEW} does.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Repeatable {

    /** What it does, in a line for people; empty: the first sentence of the Javadoc, where it was recorded. */
    String description() default "";
}
