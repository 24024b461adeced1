package io.quarkiverse.dibs.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DisownedColumns;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What has to be dropped and created, or altered, so that the wanted changes become possible: the view over a column whose type
 * changes, the check that calls a function that is replaced, the columns of a type that is built anew. Data is never replaced:
 * a type with columns is swapped under them.
 */
final class Replacements {

    /** Alterations after which the object still needs what it needed: a foreign key its key, a trigger its function. */
    private static final Set<Aspect> KEEP_WHAT_IS_NEEDED = EnumSet.of(Aspect.FOREIGN_KEY_DEFERRABILITY,
            Aspect.FOREIGN_KEY_ENFORCED, Aspect.FOREIGN_KEY_VALIDATED, Aspect.CHECK_VALIDATED,
            Aspect.DOMAIN_CONSTRAINT_VALIDATED, Aspect.COLUMN_NOT_NULL_NAME, Aspect.KEY_STORAGE_PARAMETERS,
            Aspect.KEY_TABLESPACE,
            Aspect.INDEX_STORAGE_PARAMETERS, Aspect.INDEX_TABLESPACE, Aspect.TRIGGER_ENABLED, Aspect.RULE_ENABLED,
            Aspect.EVENT_TRIGGER_ENABLED, Aspect.STATISTICS_TARGET, Aspect.VIEW_OPTIONS,
            Aspect.MATERIALIZED_VIEW_STORAGE_PARAMETERS, Aspect.MATERIALIZED_VIEW_POPULATED,
            Aspect.MATERIALIZED_VIEW_TABLESPACE, Aspect.SEQUENCE_OPTIONS, Aspect.SEQUENCE_PERSISTENCE);

    /** The kinds of types of which one may take the place of another under columns. */
    private static final Set<ObjectKind> TYPES = EnumSet.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE,
            ObjectKind.RANGE);

    /** What a partition key is made of beside columns. */
    private static final Set<ObjectKind> IN_PARTITION_KEYS = EnumSet.of(ObjectKind.ROUTINE, ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_CLASS, ObjectKind.COLLATION, ObjectKind.CAST);

    private final Schema from;
    private final Schema to;
    private final Dependencies before;
    private final Dependencies after;
    private final Map<ObjectId, DbObject> droppedObjects = new LinkedHashMap<>();
    private final Map<ObjectId, DbObject> createdObjects = new LinkedHashMap<>();
    private final Set<ObjectId> dropped = droppedObjects.keySet();
    private final Set<ObjectId> created = createdObjects.keySet();
    private final List<DbObject> droppedInOrder;
    private final List<DbObject> createdInOrder;
    private final SortedMap<ObjectId, List<Alteration>> altered = new TreeMap<>();
    private final SortedSet<ObjectId> swapped = new TreeSet<>();
    private final SortedMap<ObjectId, String> reasons = new TreeMap<>();
    private final SortedMap<ObjectId, ObjectId> formerNames = new TreeMap<>();
    private final Deque<ObjectId> queue = new ArrayDeque<>();
    private final Overloads overloads;
    private final RebuiltParts parts;
    private final HeldRows heldRows;
    private final DomainValues domainValues;
    private final RetypedUsers retypedUsers;

    /** @param rebuilt what is to go and come because no order works otherwise, each with the reason */
    Replacements(Diff diff, Dependencies before, Dependencies after, SortedMap<ObjectId, String> rebuilt) {
        this.from = diff.from();
        this.to = diff.to();
        this.before = before;
        this.after = after;
        this.parts = new RebuiltParts(from, to, after);
        this.heldRows = new HeldRows(from, to, before, created);
        this.domainValues = new DomainValues(from, before);
        this.retypedUsers = new RetypedUsers(from, to, before, after, swapped, this::isRetyped, heldRows);
        for (Change change : diff.changes()) {
            if (change instanceof Change.Drop drop) {
                droppedObjects.put(drop.id(), drop.object());
            } else if (change instanceof Change.Create create) {
                createdObjects.put(create.id(), create.object());
            } else if (change instanceof Change.Alter alter) {
                altered.computeIfAbsent(alter.id(), id -> new ArrayList<>()).add(alter.alteration());
            }
        }
        overloads = Overloads.between(from, dropped, to, created);
        diff.replaced().forEach(reasons::put);
        inOrder(droppedObjects).forEach(object -> queue.add(object.id()));
        rebuilt.forEach((id, reason) -> {
            if (id.kind() == ObjectKind.PUBLICATION) {
                PublicationMembers.leaveAndJoin(altered.get(id));
            } else {
                replace(id, reason);
            }
        });
        domainValues.narrowed(dropped, created, altered).filter(domainValues::areInsideOthers).toList()
                .forEach(domain -> replace(domain,
                        "Postgres cannot look at values of a domain that are inside of arrays and other values"));
        List.copyOf(altered.keySet()).stream().filter(id -> hasAnotherAttribute(id) && hasColumns(id))
                .forEach(id -> replace(id, "the attributes of a type that columns have keep their types"));
        List.copyOf(altered.keySet()).stream().filter(id -> id.kind() == ObjectKind.COMPOSITE)
                .flatMap(id -> UsedAttributes.readersOfWhatGoes(id, from, to, before))
                .filter(user -> to.contains(user) && !dropped.contains(user)).distinct().toList()
                .forEach(user -> replace(user, "reads an attribute of a type that goes or changes its type"));
        List.copyOf(altered.keySet()).stream().filter(this::isRetyped).forEach(id -> {
            keepOutOfPartitionKey((Column) before(id));
            queue.add(id);
        });
        List.copyOf(altered.keySet()).stream().filter(this::isSetWhileInParts)
                .forEach(id -> replace(id, "the storage parameters of a partitioned index cannot be changed"));
        OwnersAndGrants.goAndCome(from, to, dropped, created, altered)
                .forEach(id -> replace(id, "the privileges of an owner go over to the next one"));
        GrantChains.goAndCome(from, to, dropped)
                .forEach(id -> replace(id, "what the grantor has to give changes"));
        TypedTables.moved(from, to, dropped).forEach(id -> {
            replace(id, "the columns of a table are in the order of its type, and a new one is always the last");
            swapped.add(id);
        });
        moveDisowned();
        Stream.concat(heldRows.filled(), altered.values().stream().flatMap(List::stream)
                .filter(alteration -> alteration.to() instanceof Table && HeldRows.isRefusedWhileHeld(alteration))
                .map(alteration -> alteration.to().id())).distinct().toList().forEach(this::letGoOfRows);
        while (!queue.isEmpty()) {
            ObjectId id = queue.remove();
            if (dropped.contains(id)) {
                if (isSwappable(id.kind()) && successorOf(id) != null && hasColumns(id)) {
                    swapped.add(id);
                }
                before.usersOf(id).forEach(user -> lose(user, id));
                keepPartitionIndex(id);
                leaveKeysAside(id);
            } else if (altered.containsKey(id)) {
                before.usersOf(id).forEach(user -> retype(user, (Column) from.find(id).orElseThrow()));
                letGoOfRows(id.parent());
            }
        }
        // labels get new texts for the sake of values, and where there are none the type just goes
        altered.keySet().removeIf(id -> id.kind() == ObjectKind.ENUM && dropped.contains(id) && !swapped.contains(id));
        KeptNotNulls.keep(from, to, dropped, altered);
        KeptColumnGrants.keep(from, to, dropped, altered);
        KeptPartitionTriggers.keep(from, to, dropped, altered);
        TypedTables.loose(from, to, dropped, created, altered);
        for (Change change : diff.changes()) {
            // what only makes room for another goes once nothing needs it, under the name that it has until then
            if (change instanceof Change.Rename rename && dropped.contains(rename.to()) && created.contains(rename.to())
                    && !swapped.contains(rename.to())) {
                formerNames.put(rename.to(), rename.from().id());
            }
        }
        droppedInOrder = inOrder(droppedObjects);
        createdInOrder = inOrder(createdObjects);
    }

    /** No table is written anew while others hold rows of it. */
    private void letGoOfRows(ObjectId relation) {
        boolean table = relation.kind() == ObjectKind.TABLE || relation.kind() == ObjectKind.FOREIGN_TABLE;
        if (!table || dropped.contains(relation) || !to.contains(relation)) {
            return;
        }
        heldRows.views(relation).filter(view -> to.contains(view) && !dropped.contains(view)).toList()
                .forEach(view -> replace(view, "holds rows of " + relation + ", which is written anew"));
        heldRows.forEachHolder(relation, column -> moveThroughText(column, relation));
    }

    private void moveThroughText(ObjectId column, ObjectId relation) {
        if (!to.contains(column) || dropped.contains(column) || isMovedToAnotherType(column)) {
            return;
        }
        if (isGenerated(column)) {
            replace(column, "computed as a row of " + relation + ", which is to be another");
            return;
        }
        heldRows.through(column, relation).ifPresent(halves -> {
            altered.computeIfAbsent(column, id -> new ArrayList<>()).addAll(0, halves);
            queue.add(column);
            keepOutOfPartitionKey((Column) before(column));
        });
    }

    /** Whether it holds no rows of the relation afterwards, those of a type that is built anew, or others than so far. */
    private boolean isMovedToAnotherType(ObjectId column) {
        return !heldRows.isOnItsWay(column) && altered.containsKey(column) && isRetyped(column);
    }

    /** The columns that hold rows of what changes. */
    HeldRows heldRows() {
        return heldRows;
    }

    /** Columns that their tables are to have from parents alone: nobody hands the one down that steps aside. */
    private void moveDisowned() {
        List<ObjectId> columns = DisownedColumns.movable(from, to).filter(id -> !dropped.contains(id) && !created.contains(id))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        Set<ObjectId> tables = columns.stream().map(ObjectId::parent).collect(Collectors.toSet());
        from.all(Inheritance.class).map(Inheritance::id)
                .filter(tie -> tables.contains(tie.parent()) && to.contains(tie) && !dropped.contains(tie))
                .forEach(tie -> replace(tie, "a column of the table's own is to be the parent's alone"));
        columns.forEach(id -> {
            replace(id, "what is a table's own never comes to be its parent's alone");
            swapped.add(id);
        });
    }

    private static List<DbObject> inOrder(Map<ObjectId, DbObject> objects) {
        List<DbObject> sorted = new ArrayList<>(objects.values());
        sorted.sort(Comparator.comparing(DbObject::id));
        return sorted;
    }

    /** The routines that come while others of their name go. */
    Overloads overloads() {
        return overloads;
    }

    boolean isDropped(ObjectId id) {
        return dropped.contains(id);
    }

    boolean isCreated(ObjectId id) {
        return created.contains(id);
    }

    /**
     * The names under which renamed objects are dropped, by their names to be: what is built anew needs no rename on the way.
     */
    SortedMap<ObjectId, ObjectId> formerNames() {
        return formerNames;
    }

    /** In the order of their ids, as they are before. */
    List<DbObject> dropped() {
        return droppedInOrder;
    }

    /** In the order of their ids, as they are to be. */
    List<DbObject> created() {
        return createdInOrder;
    }

    SortedMap<ObjectId, List<Alteration>> altered() {
        return altered;
    }

    /**
     * Types that are renamed away, created anew and dropped once every column has moved over; columns likewise, once their
     * values
     * have.
     */
    SortedSet<ObjectId> swapped() {
        return swapped;
    }

    /** Why an object that is in both schemas is dropped and created. */
    SortedMap<ObjectId, String> reasons() {
        return reasons;
    }

    private static boolean isSwappable(ObjectKind kind) {
        return TYPES.contains(kind) || kind == ObjectKind.COLLATION;
    }

    /** What has the name of a type that goes: the type itself as it is built anew, one of another kind, or null. */
    ObjectId successorOf(ObjectId type) {
        if (created.contains(type)) {
            return type;
        }
        return TYPES.contains(type.kind())
                ? TYPES.stream().map(type::withKind).filter(created::contains).findFirst().orElse(null)
                : null;
    }

    /** Whether columns that stay hold values of the type, by itself or inside another type, be it one that goes. */
    private boolean hasColumns(ObjectId type) {
        return before.usersOf(type).stream().anyMatch(user -> user.kind() == ObjectKind.COLUMN && to.contains(user)
                || isSwappable(user.kind()) && hasColumns(user));
    }

    private boolean isRetyped(ObjectId id) {
        return altered.getOrDefault(id, List.of()).stream().anyMatch(alteration -> alteration.aspect() == Aspect.COLUMN_TYPE);
    }

    /** Whether an alteration says anew what the object is made of. */
    private boolean isRedefined(ObjectId id) {
        return altered.getOrDefault(id, List.of()).stream()
                .anyMatch(alteration -> !KEEP_WHAT_IS_NEEDED.contains(alteration.aspect()));
    }

    /** Postgres sets the parameters of an index that is one, not of a partitioned one. */
    private boolean isSetWhileInParts(ObjectId id) {
        return altered.get(id).stream().anyMatch(alteration -> alteration.aspect() == Aspect.INDEX_STORAGE_PARAMETERS
                || alteration.aspect() == Aspect.KEY_STORAGE_PARAMETERS)
                && from.find(Folding.tableOf(from, id), Table.class).flatMap(Table::partitionKey).isPresent();
    }

    private void keepOutOfPartitionKey(Column column) {
        ObjectId table = column.id().parent();
        if (to.contains(table) && !dropped.contains(table) && isInPartitionKey(column)) {
            replace(table, "a column of the partition key keeps its type");
        }
    }

    private boolean isInPartitionKey(Column column) {
        Pattern name = Pattern.compile("(?<![\\w$\"])" + Pattern.quote(Identifiers.quote(column.id().name())) + "(?![\\w$\"])");
        return from.find(column.id().parent(), Table.class).flatMap(Table::partitionKey)
                .filter(key -> name.matcher(key).find()).isPresent();
    }

    private boolean hasAnotherAttribute(ObjectId id) {
        Map<String, CompositeType.Attribute> present = from.find(id, CompositeType.class).stream()
                .flatMap(type -> type.attributes().stream())
                .collect(Collectors.toMap(CompositeType.Attribute::name, attribute -> attribute));
        return to.find(id, CompositeType.class).stream().flatMap(type -> type.attributes().stream())
                .anyMatch(attribute -> !attribute.equals(present.getOrDefault(attribute.name(), attribute)));
    }

    /** {@code needed} goes away, for a while or for good, while {@code user} is wanted. */
    private void lose(ObjectId user, ObjectId needed) {
        if (!to.contains(user) || dropped.contains(user)) {
            return;
        }
        if (user.isWithin(needed)) {
            replace(user, "a part of " + needed);
            return;
        }
        if (user.kind() == ObjectKind.PARTITION_TRIGGER) {
            replace(user, "what is done to " + needed + " is done to it too");
            return;
        }
        boolean elsewhere = user.kind() == ObjectKind.FOREIGN_TABLE && needed.kind() == ObjectKind.FOREIGN_SERVER;
        if (user.kind() == ObjectKind.COLUMN || user.kind() == ObjectKind.TABLE
                || user.kind() == ObjectKind.FOREIGN_TABLE && !elsewhere) {
            if (swapped.contains(needed) && user.kind() == ObjectKind.COLUMN && after.of(user).contains(successorOf(needed))) {
                if (isGenerated(user)) {
                    replace(user, "computed as a " + needed + ", which is built anew");
                } else {
                    moveToNewType(user);
                }
            } else if (user.kind() == ObjectKind.COLUMN && heldRows.comesBack(needed)) {
                moveThroughText(user, needed);
            } else if (isGenerated(user)
                    && (created.contains(needed) || !altered.containsKey(user) || overloads.isMistakable(needed))) {
                replace(user,
                        "computed with " + needed + ", which is " + (created.contains(needed) ? "built anew" : "dropped"));
            }
            if (user.kind() == ObjectKind.TABLE && IN_PARTITION_KEYS.contains(needed.kind())
                    && from.find(user, Table.class).flatMap(Table::partitionKey).isPresent()) {
                replace(user, "its partition key says " + needed + ", which is "
                        + (created.contains(needed) ? "built anew" : "dropped"));
            }
            return;
        }
        if (user.kind() == ObjectKind.DOMAIN && DomainDefaults.isNeededByDefault((DomainType) before(user),
                to.find(user, DomainType.class), needed)) {
            DomainDefaults.takeAwayAndBringBack((DomainType) before(user), to.find(user, DomainType.class).orElseThrow(),
                    altered);
            return;
        }
        if (isRedefined(user) && successorOf(needed) == null && !after.of(user).contains(needed)
                && !overloads.isMistakable(needed) && !EveryColumn.wouldKeep(to.find(user).orElseThrow(), needed)) {
            // altering it is what sets the other free
            return;
        }
        if (user.kind() == ObjectKind.DOMAIN_CONSTRAINT && to.contains(user.parent()) && !dropped.contains(user.parent())
                && domainValues.areInsideOthers(user.parent())) {
            replace(user.parent(), "Postgres cannot look at values of a domain that are inside of arrays and other values");
        }
        replace(user, "depends on " + needed + ", which is " + (successorOf(needed) != null ? "built anew" : "dropped"));
    }

    /** The type of {@code column} changes while {@code user} is wanted. */
    private void retype(ObjectId user, Column column) {
        if (!to.contains(user) || dropped.contains(user)) {
            return;
        }
        if (retypedUsers.areInTheWay(user, column)) {
            replace(user, "depends on " + column.id() + ", whose type changes");
        } else if (RebuiltKeys.isRebuiltWithColumn(user) && parts.change(user)) {
            replace(user, "the indexes of its partitions would come back under other names");
        } else if (RebuiltKeys.isRebuiltWithColumn(user)) {
            for (ObjectId other : before.usersOf(user)) {
                if (to.contains(other) && !dropped.contains(other)
                        && RebuiltKeys.isInTheWay(other, before.of(other), column.id())) {
                    replace(other, "depends on " + user + ", which is built anew with the type of " + column.id());
                }
            }
        }
    }

    /** An index of a partition goes with the partitioned one that it is a part of; if it is to stay, it is built anew. */
    private void keepPartitionIndex(ObjectId tieId) {
        if (tieId.kind() != ObjectKind.INDEX_PARTITION) {
            return;
        }
        from.find(tieId, IndexPartition.class).ifPresent(tie -> {
            ObjectId index = tieId.parent();
            boolean detachedFirst = dropped.contains(Partition.idOf(Folding.tableOf(from, index)));
            if (dropped.contains(tie.partitionOf()) && !detachedFirst && to.contains(index) && !dropped.contains(index)) {
                replace(index, "a part of " + tie.partitionOf() + ", which is dropped");
            }
        });
    }

    /** Rows that keys point to may not leave, not even for a moment. */
    private void leaveKeysAside(ObjectId tie) {
        if (tie.kind() != ObjectKind.PARTITION || !to.contains(tie) || dropped.contains(tie.parent())) {
            return;
        }
        Set<ObjectId> above = Reattachments.above(from, tie.parent());
        above.retainAll(Reattachments.above(to, tie.parent()));
        from.all(ForeignKey.class).filter(key -> above.contains(key.referencedTable())).map(ForeignKey::id)
                .filter(key -> to.contains(key) && !dropped.contains(key)).toList()
                .forEach(key -> replace(key, "points to rows of " + tie.parent() + ", which leaves its table for a moment"));
    }

    private void replace(ObjectId id, String reason) {
        altered.remove(id);
        droppedObjects.put(id, before(id));
        createdObjects.put(id, to.find(id).orElseThrow());
        reasons.putIfAbsent(id, reason);
        queue.add(id);
    }

    private void moveToNewType(ObjectId id) {
        Column present = (Column) from.find(id).orElseThrow();
        Column wanted = (Column) to.find(id).orElseThrow();
        List<Alteration> alterations = altered.computeIfAbsent(id, other -> new ArrayList<>());
        if (alterations.stream().noneMatch(alteration -> alteration.aspect() == Aspect.COLUMN_TYPE)) {
            // no expression gives a column its values while it is computed
            boolean becomesPlain = !alterations.isEmpty() && alterations.get(0).aspect() == Aspect.COLUMN_GENERATED;
            alterations.add(becomesPlain ? 1 : 0, new Alteration(present, wanted, Aspect.COLUMN_TYPE));
            queue.add(id);
            keepOutOfPartitionKey(present);
        }
    }

    private boolean isGenerated(ObjectId id) {
        return from.find(id, Column.class).filter(column -> column.generated().isPresent()).isPresent()
                && to.find(id, Column.class).filter(column -> column.generated().isPresent()).isPresent();
    }

    /** The object as it is before. */
    DbObject before(ObjectId id) {
        return from.find(id).orElseThrow();
    }

    <T extends DbObject> T before(ObjectId id, Class<T> kind) {
        return from.find(id, kind).orElseThrow();
    }
}
