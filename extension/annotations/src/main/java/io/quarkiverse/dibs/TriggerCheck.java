package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule for rows that a {@link Check} cannot express (it compares with the old row or reads other tables) or that should
 * fail with a message of its own. Becomes a function and {@code CREATE TRIGGER ... BEFORE INSERT OR UPDATE ... FOR EACH ROW},
 * which raises {@code check_violation} (23514). Rows that stand already are not looked at.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-trigger.html">Trigger Functions</a>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(TriggerCheck.List.class)
public @interface TriggerCheck {

    /**
     * A boolean SQL expression over {@code NEW} and {@code OLD}, for example {@code "NEW.total >= 0"}. The row is refused when
     * it is false; null passes, as in a {@code CHECK}. On {@code INSERT} all of {@code OLD} is null.
     */
    String value();

    /** What the error says; empty: a sentence that names the check. */
    String message() default "";

    /**
     * The name of the trigger and its function; empty: {@code
     *
    <table>
     * _trigger_check}, numbered where there are several.
     */
    String name() default "";

    /** Several trigger checks; the compiler writes it. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The trigger checks. */
        TriggerCheck[] value();
    }
}
