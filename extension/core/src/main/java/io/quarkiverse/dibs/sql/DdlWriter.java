package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.Table;

/**
 * The front of the only place where SQL for a change is written. Every statement is schema-qualified, has no semicolon at its
 * end and never says CASCADE. An empty list means that nothing is to be done.
 */
public final class DdlWriter {

    /** Stands before a routine whose body may name what is not there yet; holds until the transaction ends. */
    public static final String UNCHECKED_BODIES = "SET LOCAL check_function_bodies = off";

    private DdlWriter() {
    }

    /** The object alone: a table without columns, a column without its default. */
    public static List<String> create(DbObject object, WriteContext context) {
        return Kind.of(object).create(context);
    }

    public static List<String> drop(DbObject object, WriteContext context) {
        return Kind.of(object).drop(context);
    }

    /** Where only the server knows whether it made the check. */
    public static List<String> dropIfThere(CheckConstraint check) {
        return CheckSql.dropIfThere(check);
    }

    public static List<String> alter(Alteration alteration, WriteContext context) {
        return Kind.of(alteration.from()).alter(alteration, context);
    }

    /**
     * A new name, a new schema or both (two statements then, the schema first). The parent of {@code to} is not looked at: a
     * part is renamed inside its parent as that is called in {@code from}.
     */
    public static List<String> rename(DbObject from, ObjectId to, WriteContext context) {
        return Kind.of(from).rename(to, context);
    }

    /** Other names for what came with a range type and keeps its name: the multirange type and the constructors of both. */
    public static List<String> renameWhatComesWith(RangeType range, ObjectId renamed, UnaryOperator<String> names) {
        return RangeSql.renameWhatComesWith(range, renamed, names);
    }

    /**
     * A table with its columns in the order given. Inherited columns are not written unless the table is a partition; what they
     * have of their own (a default, NOT NULL) follows in statements of its own. A partition is created alone; attaching it is
     * the
     * statement of its {@link Partition}.
     *
     * @param inlineConstraints keys, checks and foreign keys to be written inside the statement
     */
    public static List<String> createTable(Table table, List<Column> columns, Map<ObjectId, ColumnDefault> defaults,
            List<DbObject> inlineConstraints, List<Inheritance> inheritances, Optional<Partition> partition,
            WriteContext context) {
        return CreateTableSql.table(table, columns, defaults, inlineConstraints, inheritances, partition, context);
    }

    /** As {@link #createTable}, for a foreign table. */
    public static List<String> createForeignTable(ForeignTable table, List<Column> columns,
            Map<ObjectId, ColumnDefault> defaults, List<DbObject> inlineConstraints, List<Inheritance> inheritances,
            Optional<Partition> partition, WriteContext context) {
        return CreateTableSql.foreignTable(table, columns, defaults, inlineConstraints, inheritances, partition, context);
    }

    /** Lets a new sequence begin behind the numbers that the rows of the column have. */
    public static String beginBehindRows(Sequence sequence, ObjectId column) {
        return SequenceSql.behindTheRows(column, Literals.string(Identifiers.qualify(sequence.id())) + "::regclass",
                sequence.options());
    }

    /** Lets the sequence of an identity column begin behind the numbers that the rows have. */
    public static String beginBehindRows(Column column) {
        return SequenceSql.behindTheRows(column.id(), identitySequence(column), column.identity().orElseThrow().options());
    }

    /** The sequence of an identity column, as an expression. */
    public static String identitySequence(Column column) {
        return ColumnSql.identitySequence(column);
    }

    /**
     * A column together with its default, with the values that the context says: those of a column that is there under another
     * name. No trigger fires.
     */
    public static List<String> moveColumn(Column column, Optional<ColumnDefault> columnDefault, WriteContext context) {
        return ColumnSql.move(column, columnDefault, context);
    }

    /** A column together with its default, so that the rows that are there get it. */
    public static List<String> addColumn(Column column, Optional<ColumnDefault> columnDefault, WriteContext context) {
        return ColumnSql.add(column, columnDefault, context);
    }
}
