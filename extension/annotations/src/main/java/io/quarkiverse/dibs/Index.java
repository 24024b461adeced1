package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index: on a field over its column, on a class over {@link #columns} or {@link #keys}. Becomes {@code CREATE INDEX};
 * whether it is built {@code CONCURRENTLY} is decided when the migration is planned, not here.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Index.List.class)
public @interface Index {

    /** The columns in order, when nothing else is to be said about them. Names of columns, not of fields. */
    String[] columns() default {};

    /** The keys in order, with their details; instead of {@link #columns}. */
    IndexKey[] keys() default {};

    /**
     * The index's name; empty: {@code
     *
    <table>
     * _<columns>_idx}, as Postgres itself would call it.
     */
    String name() default "";

    /** {@code UNIQUE}. */
    boolean unique() default false;

    /** {@code NULLS NOT DISTINCT} (Postgres 15 and later), for a unique index. */
    boolean nullsNotDistinct() default false;

    /** {@code USING}: the index method, for example {@code "gin"}. */
    String method() default "btree";

    /** {@code WHERE}: only rows for which this SQL expression holds are in the index. */
    String where() default "";

    /** {@code INCLUDE}: columns kept in the index but not part of the key. */
    String[] include() default {};

    /** The operator class of every key that names none; empty: the type's default. */
    String operatorClass() default "";

    /** Several indexes; the compiler writes it. */
    @Documented
    @Target({ ElementType.FIELD, ElementType.TYPE })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The indexes. */
        Index[] value();
    }
}
