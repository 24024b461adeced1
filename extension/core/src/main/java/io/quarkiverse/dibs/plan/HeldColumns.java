package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * What a table has from a parent alone becomes its own when nobody hands it down any more, and there is no way back. Before:
 * {@code NO INHERIT} of one parent and {@code INHERIT} of another, or of the same one. After: an empty table hands it down
 * meanwhile. In the same way a column that is new and comes from a new parent alone is never the table's own. Ties are to be
 * told in the order in which they go and come.
 */
final class HeldColumns {

    private final Schema from;
    private final Schema to;
    private final Diff diff;
    private final Replacements replacements;
    /** All that are to be, by the table that inherits. */
    private final Map<ObjectId, List<Inheritance>> ties = new HashMap<>();
    private final KeptAncestors ancestors;
    /** The new ones that are there by now. */
    private final Set<ObjectId> tied = new HashSet<>();
    /** What hands down for the moment, by the table that inherits. */
    private final Map<ObjectId, List<Table>> holders = new HashMap<>();

    HeldColumns(Diff diff, Replacements replacements) {
        this.from = diff.from();
        this.to = diff.to();
        this.diff = diff;
        this.replacements = replacements;
        this.ancestors = new KeptAncestors(diff, replacements);
        to.all(Inheritance.class).forEach(tie -> ties.computeIfAbsent(tie.id().parent(), table -> new ArrayList<>()).add(tie));
    }

    /** What stands around {@code NO INHERIT}. */
    List<String> before(Inheritance tie, WriteContext context) {
        if (!isReplaced(tie)) {
            return List.of();
        }
        List<Column> columns = columnsOf(tie);
        List<DbObject> checks = checksOf(tie);
        if (columns.isEmpty() && checks.isEmpty()) {
            return List.of();
        }
        Table holder = holder(tie.id().parent(), tie.inherits().name());
        holders.computeIfAbsent(tie.id().parent(), table -> new ArrayList<>()).add(holder);
        columns.replaceAll(column -> on(holder, column));
        // a check may speak of any column
        Set<ObjectId> held = new HashSet<>(columns.stream().map(Column::id).toList());
        checks.stream().flatMap(check -> from.dependenciesOf(check.id()).stream())
                .flatMap(need -> from.find(need, Column.class).stream()).map(column -> on(holder, column))
                .filter(column -> held.add(column.id())).forEach(columns::add);
        List<String> statements = new ArrayList<>(DdlWriter.createTable(holder, columns, new TreeMap<>(),
                checks.stream().map(check -> check.renamed(id -> id.equals(tie.id().parent()) ? holder.id()
                        : tie.id().parent().equals(id.parent()) ? id.withParent(holder.id()) : id)).toList(),
                List.of(), Optional.empty(), context));
        statements.addAll(DdlWriter.create(under(holder, tie.id().parent()), context));
        return statements;
    }

    /** What stands behind {@code INHERIT}. */
    List<String> after(Inheritance tie, WriteContext context) {
        List<String> statements = new ArrayList<>();
        ObjectId table = tie.id().parent();
        tied.add(tie.id());
        if (!hasNewToCome(table)) {
            holders.getOrDefault(table, List.of()).forEach(holder -> statements.addAll(away(holder, table, context)));
            holders.remove(table);
        }
        to.all(Column.class).filter(column -> table.equals(column.id().parent()) && isHandedDownBy(tie, column))
                .forEach(column -> statements.addAll(away(holder(table, column.id().name()), table, context)));
        to.all(CheckConstraint.class).filter(check -> table.equals(check.id().parent()) && isHandedDownBy(tie, check))
                .forEach(check -> statements.addAll(away(holder(table, check.id().name()), table, context)));
        return statements;
    }

    /** A new column that is to come from a new parent alone; empty when it is the table's own, or comes with a parent's. */
    Optional<List<String>> added(Column column, WriteContext context) {
        ObjectId table = column.id().parent();
        if (ties.getOrDefault(table, List.of()).stream().noneMatch(tie -> isHandedDownBy(tie, column))) {
            return Optional.empty();
        }
        Table holder = holder(table, column.id().name());
        boolean moves = replacements.swapped().contains(column.id());
        // an expression that speaks of the column that stepped aside has to hold for the table that hands the new one down
        List<Column> aside = moves ? List.of(on(holder, stepsAside(column))) : List.of();
        List<String> statements = new ArrayList<>(DdlWriter.createTable(holder, aside, new TreeMap<>(), List.of(),
                List.of(), Optional.empty(), context));
        statements.addAll(DdlWriter.create(under(holder, table), context));
        if (moves) {
            statements.addAll(DdlWriter.moveColumn(on(holder, column), Optional.empty(), context));
            if (column.notNull() && !column.handsNotNullDown()) {
                statements.addAll(DdlWriter.alter(new Alteration(column.withNotNull(false), column, Aspect.COLUMN_NOT_NULL),
                        context));
            }
        } else {
            statements.addAll(DdlWriter.addColumn(on(holder, column), Optional.empty(), context));
        }
        return Optional.of(statements);
    }

    /** A new check that is to come from a new parent alone; empty when it is the table's own, or comes with a parent's. */
    Optional<List<String>> added(CheckConstraint check, WriteContext context) {
        ObjectId table = check.id().parent();
        if (ties.getOrDefault(table, List.of()).stream().noneMatch(tie -> isHandedDownBy(tie, check))) {
            return Optional.empty();
        }
        Table holder = holder(table, check.id().name());
        List<Column> columns = to.dependenciesOf(check.id()).stream().flatMap(need -> to.find(need, Column.class).stream())
                .filter(column -> table.equals(column.id().parent())).map(column -> on(holder, column)).toList();
        List<String> statements = new ArrayList<>(DdlWriter.createTable(holder, columns, new TreeMap<>(), List.of(), List.of(),
                Optional.empty(), context));
        statements.addAll(DdlWriter.create(under(holder, table), context));
        statements.addAll(
                DdlWriter.create(check.renamed(id -> id.equals(check.id()) ? id.withParent(holder.id()) : id), context));
        return Optional.of(statements);
    }

    private static List<String> away(Table holder, ObjectId table, WriteContext context) {
        List<String> statements = new ArrayList<>(DdlWriter.drop(under(holder, table), context));
        statements.addAll(DdlWriter.drop(holder, context));
        return statements;
    }

    /** Whether a table that stays leaves this parent, and another one or the same one takes its place after that. */
    private boolean isReplaced(Inheritance tie) {
        return !replacements.isDropped(tie.id().parent()) && hasNewToCome(tie.id().parent());
    }

    private boolean hasNewToCome(ObjectId table) {
        return ties.getOrDefault(table, List.of()).stream()
                .anyMatch(tie -> replacements.isCreated(tie.id()) && !tied.contains(tie.id()));
    }

    /** Whether the column is new, and this is the first of the new ties that it is to come from. */
    private boolean isHandedDownBy(Inheritance tie, Column column) {
        return column.inherited() && replacements.isCreated(column.id())
                && isFirstOfNew(tie, other -> has(to, other, column)) && ancestors.bringing(column.id()).isEmpty();
    }

    private boolean isHandedDownBy(Inheritance tie, CheckConstraint check) {
        return diff.inheritedAfter().contains(check.id()) && replacements.isCreated(check.id())
                && isFirstOfNew(tie, other -> to.contains(check.id().withParent(other.inherits())))
                && ancestors.bringing(check.id()).isEmpty();
    }

    private boolean isFirstOfNew(Inheritance tie, Predicate<Inheritance> brings) {
        ObjectId table = tie.id().parent();
        return !replacements.isCreated(table) && replacements.isCreated(tie.id())
                && ties.getOrDefault(table, List.of()).stream().filter(brings)
                        .min(Comparator.comparingInt(Inheritance::ordinal)).filter(first -> first.id().equals(tie.id()))
                        .isPresent();
    }

    /** What the table has from others alone, and from this parent as the last one. */
    private List<Column> columnsOf(Inheritance tie) {
        ObjectId table = tie.id().parent();
        return new ArrayList<>(from.all(Column.class).filter(column -> table.equals(column.id().parent()) && column.inherited()
                && has(from, tie, column) && !replacements.isDropped(column.id()) && !isStaying(column)
                && to.find(column.id(), Column.class).filter(after -> after.inherited() && after.type().equals(column.type())
                        && after.collation().equals(column.collation()) && after.generated().equals(column.generated()))
                        .isPresent())
                .map(column -> column.withNotNull(column.notNull()
                        && to.find(column.id(), Column.class).filter(Column::notNull).isPresent()))
                .toList());
    }

    private boolean isStaying(Column column) {
        return ties.getOrDefault(column.id().parent(), List.of()).stream()
                .anyMatch(other -> tied.contains(other.id()) && has(to, other, column)
                        || !replacements.isCreated(other.id()) && has(from, other, column));
    }

    /** The checks that come from this parent. */
    private List<DbObject> checksOf(Inheritance tie) {
        ObjectId table = tie.id().parent();
        return from.all(CheckConstraint.class)
                .filter(check -> table.equals(check.id().parent()) && diff.inheritedBefore().contains(check.id())
                        && diff.inheritedAfter().contains(check.id()) && !replacements.isDropped(check.id())
                        && from.contains(ObjectId.part(ObjectKind.CHECK, tie.inherits(), check.id().name()))
                        && check.equals(to.find(check.id()).orElse(null)))
                .<DbObject> map(check -> check).toList();
    }

    private static boolean has(Schema schema, Inheritance tie, Column column) {
        return schema.contains(ObjectId.column(tie.inherits(), column.id().name()));
    }

    private static Table holder(ObjectId table, String what) {
        return new Table(ObjectId.table(table.schema(), Identifiers.shorten("__dibs_held_" + what + "_" + table.name())),
                Persistence.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>(), false, false,
                Optional.empty());
    }

    private static Inheritance under(Table holder, ObjectId table) {
        return new Inheritance(Inheritance.idOf(table, holder.id()), holder.id(), 1);
    }

    /** As it is before, under the name that it has while another takes its place. */
    private Column stepsAside(Column column) {
        ObjectId aside = TemporaryNames.of(column.id(), from, to);
        return replacements.before(column.id(), Column.class).withNotNull(false)
                .renamed(id -> id.equals(column.id()) ? aside : id);
    }

    private static Column on(Table holder, Column column) {
        ObjectId id = ObjectId.column(holder.id(), column.id().name());
        return new Column(id, column.position(), column.type(), column.collation(), column.handsNotNullDown(), Optional.empty(),
                column.generated(), Optional.empty(), column.compression(), column.statisticsTarget(), new TreeMap<>(),
                new TreeMap<>(), false);
    }
}
