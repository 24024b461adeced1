package io.quarkiverse.dibs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key: on a field over its column, on a class over {@link #columns}. Exactly one of {@link #entity} and
 * {@link #references} says where it points. Becomes {@code FOREIGN KEY (...) REFERENCES ...}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign Keys</a>
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ForeignKey.List.class)
public @interface ForeignKey {

    /** The {@link Table} class it points to, by its primary key unless {@link #referencedColumns} says otherwise. */
    Class<?> entity() default void.class;

    /**
     * What it points to, by name. On a field {@code "table.column"} or {@code "schema.table.column"}; on a class, or together
     * with {@link #referencedColumns}, {@code "table"} or {@code "schema.table"}. A name that has a dot in it stands in double
     * quotes.
     */
    String references() default "";

    /** The referencing columns in order; only on a class. Names of columns, not of fields. */
    String[] columns() default {};

    /** The referenced columns in the order of the referencing ones; empty: the primary key. */
    String[] referencedColumns() default {};

    /**
     * The constraint's name; empty: {@code
     *
    <table>
     * _<columns>_fkey}, as Postgres itself would call it.
     */
    String name() default "";

    /** {@code ON DELETE}. */
    ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

    /** The columns that {@code ON DELETE SET NULL} or {@code SET DEFAULT} is about (Postgres 15 and later); empty: all. */
    String[] onDeleteColumns() default {};

    /** {@code ON UPDATE}. */
    ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

    /** {@code MATCH FULL}: of a composite key either all columns are null or none. */
    boolean matchFull() default false;

    /** When the constraint is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /** Several foreign keys; the compiler writes it. */
    @Documented
    @Target({ ElementType.FIELD, ElementType.TYPE })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The foreign keys. */
        ForeignKey[] value();
    }
}
