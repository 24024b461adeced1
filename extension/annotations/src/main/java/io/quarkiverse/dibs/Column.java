package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a column is called and what it holds, where the field's name and Java type do not say it. A field without it is a
 * column too, named in snake_case.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Column {

    /** The column's name, exactly as it is to stand in the database; empty: the field's name in snake_case. */
    String value() default "";

    /**
     * The SQL type as Postgres takes it, for example {@code "jsonb"} or {@code "numeric(12, 2)[]"}; empty: from the Java type.
     */
    String type() default "";

    /**
     * Makes the column nullable. Without it a column is {@code NOT NULL} unless its field is an {@code Optional} or has an
     * annotation named {@code Nullable}.
     */
    boolean nullable() default false;

    /** The length in characters: {@code varchar(n)} for a {@code String}; -1: none ({@code text}). */
    int length() default -1;

    /**
     * The precision: digits in all of a {@code numeric}, digits of the second's fraction (0 to 6) of a time; -1: none.
     */
    int precision() default -1;

    /** The digits after the point of a {@code numeric}; only together with {@link #precision}. */
    int scale() default 0;

    /** {@code COLLATE}: {@code name} or {@code schema.name} of a collation; empty: the type's. */
    String collation() default "";

    /**
     * {@code USING}: the expression that turns existing values into the new type when the type changes and the server has no
     * cast for it, for example {@code "price::numeric / 100"}. It is used for that change only and never compared.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
     */
    String using() default "";

    /** {@code SET STORAGE}. */
    ColumnStorage storage() default ColumnStorage.DEFAULT;

    /** {@code SET COMPRESSION}. */
    ColumnCompression compression() default ColumnCompression.DEFAULT;

    /** {@code SET STATISTICS}: the statistics target, 0 to 10000; -1: the server's. */
    int statistics() default -1;
}
