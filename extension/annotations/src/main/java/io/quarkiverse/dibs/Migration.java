package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step of the database's history, run once. A public class with a public no-argument constructor and one method, not
 * private: {@code void migrate(MigrationContext db)} or {@code Uni<Void> migrate(MigrationContext db)}. It runs on a thread
 * that may block. Once it has been applied its source must not change.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Migration {

    /**
     * The version: digits, compared as a number; the history is ordered by it. Empty: the digits after the first letter of the
     * class name, so that {@code M20260124120000CreateUsers} has version 20260124120000 and the name {@code CreateUsers}.
     */
    String version() default "";

    /**
     * Whether all of it is one transaction, which is rolled back when it fails. {@code false} for what Postgres does not do
     * in a transaction ({@code CREATE INDEX CONCURRENTLY}) and for backfills: each statement then stands by itself.
     */
    boolean transactional() default true;

    /** What it does, in a line for people; empty: the first sentence of the Javadoc, where it was recorded. */
    String description() default "";
}
