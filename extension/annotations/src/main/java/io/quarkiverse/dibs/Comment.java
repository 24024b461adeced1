package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A comment in the database. Becomes {@code COMMENT ON TABLE}, {@code COLUMN} or, on an enum, {@code TYPE}. Javadoc is not
 * turned into comments; it goes to the provenance tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-comment.html">COMMENT</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Comment {

    /** The text. */
    String value();
}
