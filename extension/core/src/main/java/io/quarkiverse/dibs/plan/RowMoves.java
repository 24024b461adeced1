package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.diff.TypeConversion;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Tables that become partitioned, and partitioned ones that become plain. Postgres has no statement for either: the old table
 * steps aside under another name, the new one is created, takes over the rows, and only then the old one goes (manual, DDL
 * partitioning: "it is not possible to turn a regular table into a partitioned table or vice versa").
 */
final class RowMoves {

    /** Present names of the tables whose rows move, by their names while they wait to be dropped. */
    private final Map<ObjectId, ObjectId> tables;
    private final Diff diff;
    private final Set<ObjectId> partitionsToGo;
    /** What the tables, their keys and indexes are called meanwhile. */
    private final Set<ObjectId> aside;

    private RowMoves(Diff diff, Map<ObjectId, ObjectId> tables, Set<ObjectId> aside) {
        this.diff = diff;
        this.aside = aside;
        this.tables = tables;
        this.partitionsToGo = tables.keySet().stream().flatMap(old -> partitionsUnder(old, diff.from()).stream())
                .collect(Collectors.toSet());
    }

    static RowMoves none(Diff diff) {
        return new RowMoves(diff, Map.of(), Set.of());
    }

    static RowMoves of(Diff diff, int major) {
        Map<ObjectId, ObjectId> renames = new TreeMap<>();
        Map<ObjectId, ObjectId> tables = new TreeMap<>();
        Set<ObjectId> related = new HashSet<>();
        Stream.of(diff.from(), diff.to()).forEach(schema -> {
            schema.all(Partition.class).forEach(tie -> related.add(tie.id().parent()));
            schema.all(Inheritance.class).forEach(tie -> related.addAll(List.of(tie.id().parent(), tie.inherits())));
        });
        diff.renames().renames().values().forEach(present -> {
            for (ObjectId id = present; id != null; id = id.parent()) {
                related.add(id);
            }
        });
        diff.to().all(Table.class).filter(table -> !related.contains(table.id())).forEach(wanted -> diff.from()
                .find(wanted.id(), Table.class).filter(present -> isMovable(present, wanted, diff)).ifPresent(present -> {
                    ObjectId old = TemporaryNames.of(present.id(), diff.from(), diff.to());
                    renames.put(present.id(), old);
                    tables.put(old, present.id());
                    namesInTheWay(present.id(), old, diff, renames);
                }));
        return tables.isEmpty() ? none(diff)
                : new RowMoves(Differ.renamedFurther(diff, renames, major), tables,
                        Set.copyOf(renames.values()));
    }

    private static boolean isMovable(Table present, Table wanted, Diff diff) {
        return present.partitionKey().isPresent() != wanted.partitionKey().isPresent()
                // a policy would hide rows from their owner
                && !present.forceRowSecurity() && !wanted.forceRowSecurity()
                && present.ofType().isEmpty() && wanted.ofType().isEmpty()
                && partitionsUnder(present.id(), diff.from()).stream().noneMatch(diff.to()::contains)
                && partitionsUnder(wanted.id(), diff.to()).stream().noneMatch(partition -> diff.to().all(Trigger.class)
                        .anyMatch(trigger -> partition.equals(trigger.id().parent())))
                && columns(present.id(), diff.from()).anyMatch(column -> column.generated().isEmpty())
                && columns(present.id(), diff.from()).allMatch(column -> goesOnWhole(column, diff.to()));
    }

    /** Values that no column takes, or only in part, would be gone without a word: such a table is dropped and says so. */
    private static boolean goesOnWhole(Column present, Schema to) {
        return present.generated().isPresent() || to.find(present.id(), Column.class)
                .filter(wanted -> wanted.generated().isEmpty()
                        && (wanted.type().equals(present.type())
                                || !new TypeConversion(present.type(), wanted.type()).losesDetail()))
                .isPresent();
    }

    /** Keys, indexes and the sequences of serials have names in the schema, which the new table's are to have. */
    private static void namesInTheWay(ObjectId table, ObjectId old, Diff diff, Map<ObjectId, ObjectId> renames) {
        Set<String> wanted = diff.to().ids().stream().filter(id -> id.kind().isRelation() || isKey(id.kind()))
                .filter(id -> id.schema().equals(table.schema())).map(ObjectId::name).collect(Collectors.toSet());
        Set<ObjectId> trees = new HashSet<>(partitionsUnder(table, diff.from()));
        trees.add(table);
        Set<String> numbers = columns(table, diff.to()).flatMap(column -> column.identity().stream())
                .flatMap(identity -> identity.sequence().stream()).collect(Collectors.toSet());
        diff.from().all(SequenceOwnership.class).filter(owned -> table.equals(owned.column().parent()))
                .map(owned -> owned.id().parent()).filter(sequence -> numbers.contains(sequence.name()))
                .filter(sequence -> !diff.to().contains(sequence))
                .forEach(sequence -> renames.put(sequence, TemporaryNames.of(sequence, diff.from(), diff.to())));
        for (DbObject object : diff.from().objects()) {
            ObjectId id = object.id();
            ObjectId of = object instanceof Index index ? index.table() : isKey(id.kind()) ? id.parent() : null;
            if (of != null && trees.contains(of) && wanted.contains(id.name())) {
                ObjectId present = of.equals(table) && isKey(id.kind()) ? id.withParent(old) : id;
                renames.put(present, TemporaryNames.of(present, diff.from(), diff.to()));
            }
        }
    }

    private static boolean isKey(ObjectKind kind) {
        return kind == ObjectKind.PRIMARY_KEY || kind == ObjectKind.UNIQUE || kind == ObjectKind.EXCLUSION;
    }

    private static Stream<Column> columns(ObjectId table, Schema schema) {
        return schema.all(Column.class).filter(column -> table.equals(column.id().parent()));
    }

    private static Set<ObjectId> partitionsUnder(ObjectId table, Schema schema) {
        Set<ObjectId> under = new HashSet<>(Set.of(table));
        // a tie may stand before that of its parent
        boolean grew = schema.find(table, Table.class).flatMap(Table::partitionKey).isPresent();
        while (grew) {
            grew = false;
            for (Partition tie : schema.all(Partition.class).toList()) {
                grew |= under.contains(tie.partitionOf()) && under.add(tie.id().parent());
            }
        }
        under.remove(table);
        return under;
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** The diff in which the old tables have stepped aside. */
    Diff diff() {
        return diff;
    }

    /** Whether the rows of the table are in another one by the time it goes, or it steps aside for a while only. */
    boolean keepsRowsOf(ObjectId table) {
        return tables.containsKey(table) || partitionsToGo.contains(table);
    }

    /** Whether it is, or is a part of, what has another name while a new table, key or index takes its own. */
    boolean isAside(ObjectId id) {
        for (ObjectId each = id; each != null; each = each.parent()) {
            if (aside.contains(each)) {
                return true;
            }
        }
        return false;
    }

    boolean stepsAside(Action action) {
        return action.type == Action.Type.RENAME && tables.containsKey(action.renamedTo);
    }

    /** The old table whose rows are copied behind the action's own statement. */
    Optional<ObjectId> fills(Action action) {
        return action.type != Action.Type.CREATE || tables.isEmpty() ? Optional.empty()
                : tables.entrySet().stream().filter(move -> move.getValue().equals(action.id) && !isPartitioned(action.id))
                        .map(Map.Entry::getKey).findFirst();
    }

    /** What the action reads besides what its own statement does: the partitions whose rows it copies. */
    Set<ObjectId> scans(Action action) {
        if (tables.isEmpty()) {
            return Set.of();
        }
        return fills(action).map(old -> partitionsUnder(old, diff.from())).orElse(Set.of()).stream()
                .filter(partition -> diff.from().find(partition, Table.class).flatMap(Table::partitionKey).isEmpty())
                .collect(Collectors.toSet());
    }

    /** The new table that takes the rows over before the action's own statement. */
    Optional<ObjectId> empties(Action action) {
        return action.type != Action.Type.DROP ? Optional.empty()
                : Optional.ofNullable(tables.get(action.id)).filter(this::isPartitioned);
    }

    private boolean isPartitioned(ObjectId table) {
        return diff.to().find(table, Table.class).flatMap(Table::partitionKey).isPresent();
    }

    /** The copy comes behind the new table and its partitions, and before everything that would look at the rows or slow it. */
    void order(List<Action> actions, Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf) {
        tables.forEach((old, table) -> {
            Action drop = dropOf.get(old);
            Action create = createOf.get(table);
            drop.needs(create, () -> "its rows move to the new " + table);
            Action copy = isPartitioned(table) ? drop : create;
            Set<ObjectId> tree = partitionsUnder(table, diff.to());
            for (ObjectId partition : tree) {
                Stream.of(createOf.get(partition), createOf.get(Partition.idOf(partition))).filter(made -> made != null)
                        .forEach(made -> copy.needs(made, () -> "rows of " + table + " move to " + partition));
            }
            for (ObjectId partition : partitionsUnder(old, diff.from())) {
                Stream.of(dropOf.get(partition), dropOf.get(Partition.idOf(partition))).filter(gone -> gone != null)
                        .forEach(gone -> gone.needs(copy, () -> "its rows move to the new " + table));
            }
            tree.add(table);
            actions.stream().filter(action -> action.type == Action.Type.CREATE && action != create)
                    .filter(action -> looksAtRows(action.after, table, tree))
                    .forEach(action -> action.needs(copy, () -> "the rows of " + table + " are moved first"));
        });
    }

    private static boolean looksAtRows(DbObject object, ObjectId table, Set<ObjectId> tree) {
        return switch (object.id().kind()) {
            case TRIGGER, RULE, POLICY, EXCLUSION, CHECK -> table.equals(object.id().parent());
            case INDEX -> table.equals(((Index) object).table());
            case FOREIGN_KEY -> tree.contains(object.id().parent()) || tree.contains(((ForeignKey) object).referencedTable());
            case MATERIALIZED_VIEW -> true;
            case SEQUENCE_OWNERSHIP -> table.equals(((SequenceOwnership) object).column().parent());
            default -> false;
        };
    }

    /** The columns whose values move: what both tables have, less what is computed. */
    List<Column> columns(ObjectId table, ObjectId old) {
        return columns(table, diff.to()).filter(column -> column.generated().isEmpty())
                .filter(column -> diff.from().contains(column.id().withParent(old)))
                .sorted(java.util.Comparator.comparingInt(Column::position)).toList();
    }

    Column before(Column column, ObjectId old) {
        return diff.from().find(column.id().withParent(old), Column.class).orElseThrow();
    }

    /** The sequences behind identities keep their names while new ones are to have them: they step aside as well. */
    List<String> sequencesStepAside(ObjectId old) {
        List<String> statements = new ArrayList<>();
        columns(old, diff.from()).flatMap(column -> column.identity().flatMap(Column.Identity::sequence).stream())
                .forEach(sequence -> statements.add("ALTER SEQUENCE " + Identifiers.qualify(old.schema(), sequence)
                        + " RENAME TO " + Identifiers.quote(TemporaryNames.of(sequence))));
        return statements;
    }
}
