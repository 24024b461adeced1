package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Table;

/**
 * {@code CREATE TABLE} with everything that can stand inside it, one line a column or constraint, followed by the statements
 * for what cannot.
 */
final class CreateTableSql {

    private CreateTableSql() {
    }

    static List<String> table(Table table, List<Column> columns, Map<ObjectId, ColumnDefault> defaults,
            List<DbObject> inlineConstraints, List<Inheritance> inheritances, Optional<Partition> partition,
            WriteContext context) {
        boolean typed = table.ofType().isPresent();
        StringBuilder sql = new StringBuilder("CREATE ")
                .append(table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "")
                .append("TABLE ").append(Identifiers.qualify(table.id()));
        List<String> lines = typed ? typedLines(columns, defaults, inlineConstraints)
                : lines(columns, defaults, inlineConstraints, partition, context);
        lines.addAll(constraintLines(inlineConstraints, context));
        if (typed) {
            sql.append(" OF ").append(table.ofType().get());
            sql.append(lines.isEmpty() ? "" : " " + body(lines));
        } else {
            sql.append(" ").append(body(lines)).append(inherits(inheritances));
        }
        table.partitionKey().ifPresent(key -> sql.append("\nPARTITION BY ").append(new Expression(key).sqlToRead()));
        table.accessMethod().ifPresent(method -> sql.append("\nUSING ").append(Identifiers.quote(method)));
        if (!table.storageParameters().isEmpty()) {
            sql.append("\nWITH ").append(Literals.storageParameters(table.storageParameters()));
        }
        table.tablespace().ifPresent(space -> sql.append("\nTABLESPACE ").append(Identifiers.quote(space)));

        List<String> statements = new ArrayList<>(List.of(sql.toString()));
        statements.addAll(following(columns, defaults, inlineConstraints, partition, typed, context));
        if (table.rowSecurity()) {
            statements.add(TableSql.rowSecurity(table));
        }
        if (table.forceRowSecurity()) {
            statements.add(TableSql.forceRowSecurity(table));
        }
        return statements;
    }

    static List<String> foreignTable(ForeignTable table, List<Column> columns, Map<ObjectId, ColumnDefault> defaults,
            List<DbObject> inlineConstraints, List<Inheritance> inheritances, Optional<Partition> partition,
            WriteContext context) {
        List<String> lines = lines(columns, defaults, inlineConstraints, partition, context);
        lines.addAll(constraintLines(inlineConstraints, context));
        String options = Literals.foreignOptions(table.options());
        List<String> statements = new ArrayList<>(List.of("CREATE FOREIGN TABLE " + Identifiers.qualify(table.id()) + " "
                + body(lines) + inherits(inheritances) + "\nSERVER " + Identifiers.quote(table.server())
                + (options.isEmpty() ? "" : "\n" + options.strip())));
        statements.addAll(following(columns, defaults, inlineConstraints, partition, false, context));
        return statements;
    }

    private static List<String> lines(List<Column> columns, Map<ObjectId, ColumnDefault> defaults,
            List<DbObject> constraints, Optional<Partition> partition, WriteContext context) {
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            if (isWritten(column, partition)) {
                lines.add(ColumnSql.definition(column, defaultOf(column, defaults), isInKey(column, constraints), context));
            }
        }
        return lines;
    }

    private static List<String> typedLines(List<Column> columns, Map<ObjectId, ColumnDefault> defaults,
            List<DbObject> constraints) {
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            String rest = ColumnSql.constraints(column, defaultOf(column, defaults), isInKey(column, constraints));
            if (!rest.isEmpty()) {
                lines.add(Identifiers.quote(column.id().name()) + " WITH OPTIONS" + rest);
            }
        }
        return lines;
    }

    private static List<String> constraintLines(List<DbObject> constraints, WriteContext context) {
        return constraints.stream().filter(CreateTableSql::canStandInside)
                .map(constraint -> ConstraintSql.definition(constraint, context)).toList();
    }

    /** A constraint in CREATE TABLE is validated whatever it says, so one that is not follows the table. */
    private static boolean canStandInside(DbObject constraint) {
        return !(constraint instanceof CheckConstraint check && !check.validated() && check.enforced())
                && !(constraint instanceof ForeignKey key && !key.validated() && key.enforced());
    }

    private static List<String> following(List<Column> columns, Map<ObjectId, ColumnDefault> defaults,
            List<DbObject> constraints, Optional<Partition> partition, boolean typed, WriteContext context) {
        List<String> statements = new ArrayList<>();
        for (Column column : columns) {
            if (!typed && !isWritten(column, partition)) {
                statements.addAll(ColumnSql.overInherited(column, defaultOf(column, defaults), context));
            } else {
                statements.addAll(NotNullSql.following(column, isInKey(column, constraints), context));
            }
            statements.addAll(ColumnSql.settings(column, context));
        }
        constraints.stream().filter(constraint -> !canStandInside(constraint))
                .forEach(constraint -> statements.addAll(DdlWriter.create(constraint, context)));
        return statements;
    }

    private static boolean isInKey(Column column, List<DbObject> constraints) {
        for (DbObject constraint : constraints) {
            if (constraint instanceof PrimaryKey key && key.columns().contains(column.id().name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWritten(Column column, Optional<Partition> partition) {
        return !column.inherited() || partition.isPresent();
    }

    private static Optional<ColumnDefault> defaultOf(Column column, Map<ObjectId, ColumnDefault> defaults) {
        ColumnDefault byOwnId = defaults.get(ColumnDefault.idOf(column.id()));
        return Optional.ofNullable(byOwnId != null ? byOwnId : defaults.get(column.id()));
    }

    private static String body(List<String> lines) {
        return lines.isEmpty() ? "()" : "(\n    " + String.join(",\n    ", lines) + "\n)";
    }

    private static String inherits(List<Inheritance> inheritances) {
        return inheritances.isEmpty() ? ""
                : "\nINHERITS (" + inheritances.stream().sorted(Comparator.comparingInt(Inheritance::ordinal))
                        .map(inheritance -> Identifiers.qualify(inheritance.inherits())).collect(Collectors.joining(", "))
                        + ")";
    }
}
