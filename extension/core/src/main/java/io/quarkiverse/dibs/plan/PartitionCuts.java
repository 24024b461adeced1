package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/**
 * Partitioned tables whose partitions are cut anew: one is split, several become one, hashes get another modulus, one takes
 * rows
 * that were in the DEFAULT one. Postgres refuses a partition with rows that are not its own and lets those of a dropped one go,
 * so they wait in a table beside and go through the partitioned one once all its partitions are there.
 */
final class PartitionCuts {

    /**
     * One partitioned table, with those under it that are cut anew as well.
     *
     * @param parked the partitions whose rows wait
     * @param leaving what takes partitions away, and what of them goes
     * @param arriving what makes them, and their own partitions, parts of the table
     */
    record Cut(ObjectId table, List<ObjectId> parked, List<Action> leaving, List<Action> arriving) {

        private Cut with(Cut under) {
            return new Cut(table, Stream.concat(parked.stream(), under.parked.stream()).distinct().toList(),
                    inOrder(Stream.concat(leaving.stream(), under.leaving.stream())),
                    inOrder(Stream.concat(arriving.stream(), under.arriving.stream())));
        }

        /** The actions between which rows wait, in the order in which they are done. */
        List<Action> in(List<Action> order) {
            return order.stream().filter(action -> leaving.contains(action) || arriving.contains(action)).toList();
        }
    }

    private final Diff diff;
    private final Replacements replacements;
    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    private final Set<ObjectId> withRows;
    private final List<Cut> cuts = new ArrayList<>();

    private PartitionCuts(Diff diff, Replacements replacements, Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf,
            Set<ObjectId> withRows) {
        this.diff = diff;
        this.replacements = replacements;
        this.dropOf = dropOf;
        this.createOf = createOf;
        this.withRows = withRows;
    }

    static PartitionCuts none(Diff diff, Replacements replacements) {
        return new PartitionCuts(diff, replacements, Map.of(), Map.of(), Set.of());
    }

    /** @param withRows the tables that are known to have some */
    static PartitionCuts of(Diff diff, Replacements replacements, Map<ObjectId, Action> dropOf,
            Map<ObjectId, Action> createOf, Set<ObjectId> withRows) {
        PartitionCuts cuts = new PartitionCuts(diff, replacements, dropOf, createOf, withRows);
        replacements.created().stream().filter(Partition.class::isInstance).map(Partition.class::cast)
                .map(Partition::partitionOf).distinct().forEach(cuts::add);
        cuts.joinThoseUnderOthers();
        return cuts;
    }

    List<Cut> cuts() {
        return cuts;
    }

    /** Whether the rows of a partition that goes are in others by then. */
    boolean keepsRowsOf(ObjectId table) {
        return cuts.stream().anyMatch(cut -> cut.leaving.stream().anyMatch(action -> action.id.equals(table)));
    }

    private void joinThoseUnderOthers() {
        for (Cut cut : List.copyOf(cuts)) {
            Set<ObjectId> above = Reattachments.above(diff.to(), cut.table);
            cuts.stream().filter(other -> above.contains(other.table)).findFirst().ifPresent(other -> {
                cuts.remove(cut);
                cuts.set(cuts.indexOf(other), other.with(cut));
            });
        }
    }

    boolean isBuiltAnew(ObjectId partition) {
        return replacements.isDropped(partition);
    }

    private void add(ObjectId table) {
        if (isCreatedOrDropped(table) || !isPartitionedAlike(table)) {
            return;
        }
        List<Partition> arriving = replacements.created().stream().filter(Partition.class::isInstance)
                .map(Partition.class::cast).filter(tie -> tie.partitionOf().equals(table)).toList();
        Set<ObjectId> parked = new TreeSet<>();
        List<Partition> present = diff.from().all(Partition.class).filter(tie -> tie.partitionOf().equals(table)).toList();
        present.stream().filter(tie -> isToWait(tie, arriving)).map(tie -> tie.id().parent()).forEach(parked::add);
        present.stream().filter(tie -> isRest(tie) && isTaken(tie, arriving))
                .filter(tie -> !parked.isEmpty() || withRows.contains(tie.id().parent()))
                .map(tie -> tie.id().parent()).forEach(parked::add);
        if (parked.isEmpty()) {
            return;
        }
        Set<ObjectId> tables = new HashSet<>(Reattachments.above(diff.from(), table));
        tables.add(table);
        Set<ObjectId> under = new HashSet<>(under(table, diff.from()));
        under.addAll(under(table, diff.to()));
        under.addAll(under(table, diff.source()));
        tables.addAll(under);
        if (!canWait(table, tables)) {
            return;
        }
        Set<Action> leaves = new HashSet<>();
        parked.stream().flatMap(partition -> Stream.concat(Stream.of(partition), under(partition, diff.from()).stream()))
                .flatMap(gone -> Stream.of(dropOf.get(gone), dropOf.get(Partition.idOf(gone))))
                .filter(action -> action != null).forEach(leaves::add);
        Set<Action> arrives = new HashSet<>();
        arriving.stream().map(tie -> tie.id().parent())
                .flatMap(partition -> Stream.concat(Stream.of(partition), under(partition, diff.to()).stream()))
                .map(made -> createOf.get(Partition.idOf(made))).filter(action -> action != null).forEach(arrives::add);
        cuts.add(new Cut(table, List.copyOf(parked), inOrder(leaves.stream()), inOrder(arrives.stream())));
    }

    private static List<Action> inOrder(Stream<Action> actions) {
        return actions.distinct().sorted(Comparator.comparingInt(action -> action.rank)).toList();
    }

    private boolean isCreatedOrDropped(ObjectId id) {
        return replacements.isCreated(id) || replacements.isDropped(id);
    }

    private boolean isPartitionedAlike(ObjectId table) {
        Optional<String> key = diff.from().find(table, Table.class).flatMap(Table::partitionKey);
        return key.isPresent() && key.equals(diff.to().find(table, Table.class).flatMap(Table::partitionKey));
    }

    /** Whether it takes what no other does, before and after. */
    private boolean isRest(Partition present) {
        return !replacements.isDropped(present.id()) && Bound.of(present.bound()).kind() == Bound.Kind.DEFAULT;
    }

    private static boolean isTaken(Partition present, List<Partition> arriving) {
        Bound before = Bound.of(present.bound());
        return arriving.stream().filter(tie -> !tie.id().equals(present.id()))
                .anyMatch(tie -> Bound.of(tie.bound()).overlaps(before));
    }

    /** Whether rows of a partition that leaves belong, or may belong, to others. */
    private boolean isToWait(Partition present, List<Partition> arriving) {
        if (!replacements.isDropped(present.id())) {
            return false;
        }
        ObjectId table = present.id().parent();
        Bound before = Bound.of(present.bound());
        Optional<Bound> now = diff.to().find(present.id(), Partition.class)
                .filter(tie -> tie.partitionOf().equals(present.partitionOf())).map(tie -> Bound.of(tie.bound()));
        boolean stays = diff.to().contains(table) && !isBuiltAnew(table);
        return stays ? now.filter(bound -> !bound.contains(before)).isPresent()
                : isTaken(present, arriving) || now.filter(bound -> bound.overlaps(before)).isPresent();
    }

    /**
     * Whether rows can go out and in without anything being done to them or with them, or anybody being kept from them. What is
     * nobody's business here may still do that, so the database is asked as it is.
     */
    private boolean canWait(ObjectId table, Set<ObjectId> tables) {
        Predicate<DbObject> about = object -> tables.contains(object.id().parent());
        return Stream.of(diff.source(), diff.from(), diff.to())
                .allMatch(schema -> schema.all(Trigger.class).noneMatch(about) && schema.all(Rule.class).noneMatch(about)
                        && tables.stream().filter(schema::contains).allMatch(each -> schema.find(each, Table.class)
                                .filter(plain -> !plain.forceRowSecurity()).isPresent()))
                && diff.renames().renames().entrySet().stream()
                        .noneMatch(rename -> isAbout(rename.getKey(), tables) || isAbout(rename.getValue(), tables))
                && Stream.of(diff.source(), diff.from()).flatMap(schema -> schema.all(ForeignKey.class))
                        .filter(key -> tables.contains(key.referencedTable()))
                        .allMatch(key -> isOfPartition(key) || replacements.isDropped(key.id()))
                && columns(diff.from(), table).allMatch(this::staysAsItIs)
                && !columns(table).isEmpty();
    }

    private boolean isOfPartition(ForeignKey key) {
        return diff.inheritedBefore().contains(key.id());
    }

    private static boolean isAbout(ObjectId id, Set<ObjectId> tables) {
        return tables.contains(id) || tables.contains(id.parent()) || tables.stream()
                .anyMatch(table -> id.equals(ObjectId.namespace(table.schema())));
    }

    private boolean staysAsItIs(Column column) {
        ObjectId id = column.id();
        Optional<Column> now = diff.to().find(id, Column.class);
        if (column.generated().isPresent()) {
            // one that is not computed any more keeps its values, which are nowhere else
            return now.filter(wanted -> wanted.generated().isEmpty()).isEmpty();
        }
        return now.isEmpty() || !isCreatedOrDropped(id) && replacements.altered().getOrDefault(id, List.of()).stream()
                .noneMatch(alteration -> alteration.aspect() == Aspect.COLUMN_TYPE
                        || alteration.aspect() == Aspect.COLUMN_IDENTITY);
    }

    /** Whether keys of rows are looked at when the transaction ends. */
    boolean checksLate(Cut cut) {
        Set<ObjectId> tables = new HashSet<>(under(cut.table, diff.to()));
        tables.add(cut.table);
        Deferrability late = Deferrability.INITIALLY_DEFERRED;
        return Stream.of(diff.from(), diff.to()).anyMatch(schema -> Stream.of(
                schema.all(ForeignKey.class).filter(key -> key.deferrability() == late).map(ForeignKey::id),
                schema.all(PrimaryKey.class).filter(key -> key.deferrability() == late).map(PrimaryKey::id),
                schema.all(UniqueConstraint.class).filter(key -> key.deferrability() == late).map(UniqueConstraint::id))
                .flatMap(keys -> keys).anyMatch(key -> tables.contains(key.parent())));
    }

    /** The columns whose values wait: what is there before and after, less what is computed. */
    List<Column> columns(ObjectId table) {
        return columns(diff.to(), table).filter(column -> column.generated().isEmpty())
                .filter(column -> diff.from().find(column.id(), Column.class)
                        .filter(before -> before.generated().isEmpty()).isPresent())
                .sorted(Comparator.comparingInt(Column::position)).toList();
    }

    private static Stream<Column> columns(Schema schema, ObjectId table) {
        return schema.all(Column.class).filter(column -> table.equals(column.id().parent()));
    }

    private static Set<ObjectId> under(ObjectId table, Schema schema) {
        Map<ObjectId, List<ObjectId>> parts = schema.all(Partition.class).collect(Collectors.groupingBy(Partition::partitionOf,
                TreeMap::new, Collectors.mapping(tie -> tie.id().parent(), Collectors.toList())));
        Set<ObjectId> under = new TreeSet<>();
        add(table, parts, under);
        return under;
    }

    private static void add(ObjectId table, Map<ObjectId, List<ObjectId>> parts, Set<ObjectId> under) {
        for (ObjectId part : parts.getOrDefault(table, List.of())) {
            under.add(part);
            add(part, parts, under);
        }
    }

    /**
     * Rows go when no key would take others with them, come back once all partitions are there, and before anybody looks
     * whether
     * they are.
     */
    void order(List<Action> actions) {
        for (Cut cut : cuts) {
            Set<ObjectId> tree = new HashSet<>(under(cut.table, diff.from()));
            tree.add(cut.table);
            diff.from().all(ForeignKey.class).filter(key -> tree.contains(key.referencedTable()))
                    .map(key -> dropOf.get(key.id()))
                    .filter(drop -> drop != null && !cut.leaving.contains(drop))
                    .forEach(drop -> Stream.concat(cut.leaving.stream(), cut.arriving.stream())
                            .forEach(action -> action.needs(drop, () -> drop.id + " points to rows that wait")));
            for (Action arrive : cut.arriving) {
                cut.leaving.forEach(leave -> arrive.needs(leave, () -> "rows of " + leave.id.root() + " wait for it"));
                actions.stream().filter(action -> action.type == Action.Type.CREATE && looksAtAll(action.after, cut))
                        .forEach(action -> action.needs(arrive, () -> "rows of " + cut.table + " wait until then"));
            }
        }
    }

    private boolean looksAtAll(DbObject object, Cut cut) {
        if (object instanceof ForeignKey key) {
            Set<ObjectId> under = under(cut.table, diff.to());
            // those of partitions come with them
            return (key.referencedTable().equals(cut.table) || under.contains(key.referencedTable()))
                    && !under.contains(key.id().parent());
        }
        return object.id().kind() == ObjectKind.MATERIALIZED_VIEW || object.id().kind() == ObjectKind.SEQUENCE_OWNERSHIP;
    }
}
