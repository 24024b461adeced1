package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column's values are counted by the server: {@code GENERATED ... AS IDENTITY}, or with {@link #sequence} a sequence that
 * stands alone and {@code DEFAULT nextval(...)}. The field is a {@code short}, {@code int} or {@code long} or one of their
 * boxes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-identity-columns.html">Identity Columns</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Identity {

    /** Says of {@link #start}, {@link #minValue} and {@link #maxValue} that Postgres decides. */
    long SERVER_DEFAULT = Long.MIN_VALUE;

    /** Whether a given value is refused or wins; without effect when {@link #sequence} is set. */
    IdentityGeneration generation() default IdentityGeneration.ALWAYS;

    /**
     * The name of a sequence, as {@code name} or {@code schema.name}: the column is then no identity column but has
     * {@code nextval} of that sequence as its default. Several columns may share one. The options below are those of the
     * sequence.
     */
    String sequence() default "";

    /** {@code START WITH}: the first value. */
    long start() default SERVER_DEFAULT;

    /** {@code INCREMENT BY}: the step; a negative one counts down. */
    long increment() default 1;

    /** {@code MINVALUE}. */
    long minValue() default SERVER_DEFAULT;

    /** {@code MAXVALUE}. */
    long maxValue() default SERVER_DEFAULT;

    /** {@code CACHE}: how many values a session takes at once. */
    long cache() default 1;

    /** {@code CYCLE}: begin again after the last value instead of failing. */
    boolean cycle() default false;
}
