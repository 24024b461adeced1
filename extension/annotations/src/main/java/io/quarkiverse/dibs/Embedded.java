package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fields of this field's class, an {@link Embeddable}, become columns here. When the field is nullable, so are they.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Embedded {

    /** Stands before each of the names, for example {@code "billing_"}; empty: nothing does. */
    String prefix() default "";
}
