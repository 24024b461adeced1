package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.TypeConversion;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;

/** SQL for columns: their definition inside a table, adding them, and every aspect of them. */
final class ColumnSql implements KindSql<Column> {

    @Override
    public List<String> create(Column column, WriteContext context) {
        return add(column, Optional.empty(), context);
    }

    static List<String> add(Column column, Optional<ColumnDefault> columnDefault, WriteContext context) {
        List<String> statements = new ArrayList<>();
        // children would get a NOT NULL that their parent's new column says NO INHERIT of
        boolean alone = NotNullSql.isSaidApart(column);
        statements.add(ObjectNames.alter(column.id().parent(), context) + " ADD COLUMN "
                + definition(alone ? column.withNotNull(false) : NotNullSql.forTableThatIs(column), columnDefault, false,
                        context));
        statements.addAll(alone ? List.of(NotNullSql.set(column, context)) : NotNullSql.following(column, false, context));
        statements.addAll(settings(column, context));
        return statements;
    }

    static List<String> move(Column column, Optional<ColumnDefault> columnDefault, WriteContext context) {
        List<String> statements = new ArrayList<>();
        statements.add(ObjectNames.alter(column.id().parent(), context) + " ADD COLUMN "
                + definition(column.withNotNull(false), Optional.empty(), false, context));
        statements.addAll(alterType(column, column, context));
        statements.addAll(settings(column, context));
        statements.addAll(overInherited(column, columnDefault, context));
        return statements;
    }

    @Override
    public List<String> drop(Column column, WriteContext context) {
        return List.of(ObjectNames.alter(column.id().parent(), context) + " DROP COLUMN "
                + Identifiers.quote(column.id().name()));
    }

    @Override
    public List<String> rename(Column from, ObjectId to, WriteContext context) {
        String part = from.id().parent().kind() == ObjectKind.COMPOSITE ? " RENAME ATTRIBUTE " : " RENAME COLUMN ";
        return List.of(ObjectNames.alter(from.id().parent()) + part + Identifiers.quote(from.id().name()) + " TO "
                + Identifiers.quote(to.name()));
    }

    @Override
    public List<String> alter(Column from, Column to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case COLUMN_TYPE -> alterType(from, to, context);
            case COLUMN_NOT_NULL -> List.of(to.notNull() ? NotNullSql.set(to, context) : head(to, context) + "DROP NOT NULL");
            case COLUMN_NOT_NULL_INHERITED -> List.of(NotNullSql.inherit(from, to));
            case COLUMN_NOT_NULL_VALIDATED -> List.of(NotNullSql.validate(from, to));
            case COLUMN_NOT_NULL_NAME -> List.of(NotNullSql.rename(from, to));
            case COLUMN_IDENTITY -> {
                List<String> statements = new ArrayList<>(identityValue(from, to, context));
                String change = identityChange(from, to);
                if (!change.isEmpty()) {
                    statements.add(head(to, context) + change);
                }
                statements.addAll(sequenceName(from, to));
                if (from.identity().isEmpty()) {
                    to.identity().ifPresent(identity -> statements.add(
                            SequenceSql.behindTheRows(to.id(), identitySequence(to), identity.options())));
                }
                yield statements;
            }
            case COLUMN_GENERATED -> List.of(head(to, context) + to.generated()
                    .map(generated -> "SET EXPRESSION AS " + Texts.parenthesized(generated.expression()))
                    .orElse("DROP EXPRESSION"));
            case COLUMN_STORAGE -> List.of(storage(to, context));
            case COLUMN_COMPRESSION ->
                List.of(head(to, context) + "SET COMPRESSION " + to.compression().map(Identifiers::quote).orElse("default"));
            case COLUMN_STATISTICS -> List.of(head(to, context) + "SET STATISTICS " + to.statisticsTarget().orElse(-1));
            case COLUMN_OPTIONS -> List.of(ObjectNames.alter(to.id().parent(), context) + " "
                    + Literals.storageChange(from.options(), to.options()).stream()
                            .map(action -> "ALTER COLUMN " + Identifiers.quote(to.id().name()) + " " + action)
                            .collect(Collectors.joining(", ")));
            case COLUMN_FOREIGN_OPTIONS ->
                List.of(head(to, context) + Literals.foreignOptionsChange(from.foreignOptions(), to.foreignOptions()));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    private static List<String> alterType(Column from, Column to, WriteContext context) {
        // the values of a foreign table are not here to be converted, and Postgres refuses to be told how
        boolean without = to.generated().isPresent() || to.id().parent().kind() == ObjectKind.FOREIGN_TABLE;
        Optional<String> using = without ? Optional.empty()
                : context.using().map(Expression::sql).or(() -> conversion(from, to));
        return List.of(head(to, context) + "TYPE " + to.type()
                + to.collation().map(collation -> " COLLATE " + collation).orElse("")
                + using.map(expression -> " USING " + expression).orElse(""));
    }

    /**
     * {@code name type ...}, as CREATE TABLE and ADD COLUMN take it.
     *
     * @param inKey whether a primary key with the column stands beside it
     */
    static String definition(Column column, Optional<ColumnDefault> columnDefault, boolean inKey, WriteContext context) {
        StringBuilder sql = new StringBuilder(Identifiers.quote(column.id().name())).append(" ").append(column.type());
        if (context.major() >= 16) {
            column.storage().ifPresent(storage -> sql.append(" STORAGE ").append(storage));
        }
        column.compression().ifPresent(method -> sql.append(" COMPRESSION ").append(Identifiers.quote(method)));
        sql.append(Literals.foreignOptions(column.foreignOptions()));
        column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        return sql.append(constraints(column, columnDefault, inKey)).toString();
    }

    /** Default, identity, generation and NOT NULL, each with a space before it. */
    static String constraints(Column column, Optional<ColumnDefault> columnDefault, boolean inKey) {
        StringBuilder sql = new StringBuilder();
        columnDefault.ifPresent(value -> sql.append(" DEFAULT ").append(value.expression().sqlToRead()));
        column.generated().ifPresent(generated -> sql.append(" GENERATED ALWAYS AS ")
                .append(Texts.parenthesized(generated.expression())).append(generated.stored() ? " STORED" : " VIRTUAL"));
        column.identity().ifPresent(identity -> sql.append(" ").append(identity(column, identity)));
        return sql.append(NotNullSql.inline(column, inKey)).toString();
    }

    /** What a definition cannot say: statistics target, attribute options, and before Postgres 16 the storage. */
    static List<String> settings(Column column, WriteContext context) {
        List<String> statements = new ArrayList<>();
        if (context.major() < 16 && column.storage().isPresent()) {
            statements.add(storage(column, context));
        }
        column.statisticsTarget()
                .ifPresent(target -> statements.add(head(column, context) + "SET STATISTICS " + target));
        if (!column.options().isEmpty()) {
            statements.add(head(column, context) + "SET " + Literals.storageParameters(column.options()));
        }
        return statements;
    }

    /** What an inherited column of a new table has over its parent's. */
    static List<String> overInherited(Column column, Optional<ColumnDefault> columnDefault, WriteContext context) {
        List<String> statements = new ArrayList<>();
        columnDefault.ifPresent(value -> statements.addAll(DdlWriter.create(value, context)));
        if (column.notNull()) {
            statements.add(NotNullSql.set(column, context));
        }
        return statements;
    }

    private static String identity(Column column, Column.Identity identity) {
        ObjectId table = column.id().parent();
        // what Postgres chooses by itself need not be said
        String chosen = table.name() + "_" + column.id().name() + "_seq";
        String name = identity.sequence().filter(sequence -> !sequence.equals(chosen))
                .map(sequence -> "SEQUENCE NAME " + Identifiers.qualify(table.schema(), sequence) + " ").orElse("");
        String options = (name + SequenceSql.identityOptions(identity.options())).strip();
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static String identityChange(Column from, Column to) {
        if (to.identity().isEmpty()) {
            return "DROP IDENTITY";
        }
        Column.Identity now = to.identity().get();
        if (from.identity().isEmpty()) {
            return "ADD " + identity(to, now);
        }
        Column.Identity before = from.identity().get();
        List<String> actions = new ArrayList<>();
        if (before.always() != now.always()) {
            actions.add("SET GENERATED " + (now.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        SequenceSql.differingList(before.optionsAs(now.options().dataType()), now.options())
                .forEach(option -> actions.add("SET " + option));
        return String.join(" ", actions);
    }

    private static List<String> sequenceName(Column from, Column to) {
        if (from.identity().isEmpty() || to.identity().isEmpty()
                || !to.identity().get().isNamedUnlike(from.identity().get())) {
            return List.of();
        }
        return List.of("ALTER SEQUENCE "
                + Identifiers.qualify(to.id().schema(), from.identity().get().sequence().orElseThrow()) + " RENAME TO "
                + Identifiers.quote(to.identity().get().sequence().orElseThrow()));
    }

    /** Brings the present value of an identity inside bounds that get narrower. */
    private static List<String> identityValue(Column from, Column to, WriteContext context) {
        if (from.identity().isEmpty() || to.identity().isEmpty()
                || !SequenceSql.narrows(from.identity().get().options(), to.identity().get().options())) {
            return List.of();
        }
        SequenceOptions before = from.identity().get().options();
        SequenceOptions now = to.identity().get().options();
        String value = "COALESCE(pg_catalog.pg_sequence_last_value(i.s), " + before.start() + ")";
        List<String> statements = new ArrayList<>(SequenceSql.widened(head(to, context), "SET ", before, now));
        statements.add("SELECT pg_catalog.setval(i.s, " + SequenceSql.clamped(value, now)
                + ", pg_catalog.pg_sequence_last_value(i.s) IS NOT NULL) FROM (SELECT " + identitySequence(to)
                + "::regclass AS s) i WHERE " + value + " NOT BETWEEN " + now.min() + " AND " + now.max());
        return statements;
    }

    static String identitySequence(Column column) {
        return "pg_catalog.pg_get_serial_sequence(" + Literals.string(Identifiers.qualify(column.id().parent())) + ", "
                + Literals.string(column.id().name()) + ")";
    }

    private static String storage(Column column, WriteContext context) {
        String initial = context.major() >= 16 ? "DEFAULT" : initialStorage(column.type());
        return head(column, context) + "SET STORAGE " + column.storage().orElse(initial);
    }

    static String head(Column column, WriteContext context) {
        return ObjectNames.alter(column.id().parent(), context) + " ALTER COLUMN " + Identifiers.quote(column.id().name())
                + " ";
    }

    /** The USING expression, or nothing where Postgres converts by itself. */
    private static Optional<String> conversion(Column from, Column to) {
        TypeConversion conversion = new TypeConversion(from.type(), to.type());
        String name = Identifiers.quote(to.id().name());
        return switch (conversion.how()) {
            case ASSIGNMENT -> Optional.empty();
            case EXPLICIT -> Optional.of(name + "::" + to.type());
            case THROUGH_TEXT -> Optional.of(name + "::text" + (isArrayToArray(from, to) ? "[]::" : "::") + to.type());
        };
    }

    private static boolean isArrayToArray(Column from, Column to) {
        return from.type().name().endsWith("]") && to.type().name().endsWith("]");
    }

    /** What {@code SET STORAGE DEFAULT} would choose where it is not there yet; fixed-length types have no other. */
    static String initialStorage(SqlType type) {
        String name = type.name();
        boolean main = name.startsWith("numeric") || name.equals("inet") || name.equals("cidr");
        return main && !name.endsWith("]") ? "MAIN" : "EXTENDED";
    }
}
