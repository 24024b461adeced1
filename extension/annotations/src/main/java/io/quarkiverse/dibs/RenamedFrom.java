package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the table, column, enum type or enum label was called before. Without it a changed name is one thing dropped and
 * another added: dibs never guesses a rename. It may stay for ever; it has no effect where the old name is not found. Becomes
 * {@code ALTER ... RENAME}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

    /**
     * Former names as they stood in the database, not of classes or fields; several where databases may be at different ages.
     * On a class {@code "schema.table"} says that it stood in another schema.
     */
    String[] value();
}
