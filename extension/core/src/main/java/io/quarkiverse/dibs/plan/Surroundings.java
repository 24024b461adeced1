package io.quarkiverse.dibs.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What effects depend on beside the change itself: both schemas, the relations that the plan itself creates (nobody waits for
 * those) and the server's version.
 */
final class Surroundings {

    private final Schema before;
    private final Schema after;
    private final Set<ObjectId> born;
    private final Set<ObjectId> apart;
    private final int major;
    private final Map<ObjectId, SortedSet<ObjectId>> children;
    private final Map<ObjectId, SortedSet<ObjectId>> partitions;
    private final Map<ObjectId, SortedSet<ObjectId>> ownedSequences;
    /** These are asked for seldom and are looked up in many objects, so they are made when first asked for. */
    private Map<String, ObjectId> tablesByName;
    private Map<ObjectId, List<ForeignKey>> foreignKeys;
    private Map<String, SortedSet<ObjectId>> tablesByType;
    private final Map<String, SqlType> baseTypes;
    private final Set<String> constrainedDomains;
    private final Map<ObjectId, ObjectId> defaultPartitions;
    private Surroundings ofDrops;

    Surroundings(Schema before, Schema after, Set<ObjectId> born, Set<ObjectId> apart, int major) {
        this.before = before;
        this.after = after;
        this.born = born;
        this.apart = apart;
        this.major = major;
        this.children = new HashMap<>();
        this.partitions = new HashMap<>();
        this.ownedSequences = new HashMap<>();
        this.baseTypes = new HashMap<>();
        this.constrainedDomains = new HashSet<>();
        this.defaultPartitions = new HashMap<>();
        for (Schema schema : List.of(before, after)) {
            schema.all(Inheritance.class).forEach(tie -> add(children, tie.inherits(), tie.id().parent()));
            schema.all(Partition.class).forEach(tie -> add(children, tie.partitionOf(), tie.id().parent()));
            schema.all(Partition.class).forEach(tie -> add(partitions, tie.partitionOf(), tie.id().parent()));
        }
        before.all(SequenceOwnership.class).forEach(tie -> {
            add(ownedSequences, tie.column(), tie.id().parent());
            add(ownedSequences, tie.column().parent(), tie.id().parent());
        });
        Stream.concat(before.all(DomainType.class), after.all(DomainType.class))
                .forEach(domain -> baseTypes.putIfAbsent(Identifiers.qualify(domain.id()), domain.baseType()));
        after.all(DomainType.class).filter(DomainType::notNull).map(DomainType::id)
                .forEach(domain -> constrainedDomains.add(Identifiers.qualify(domain)));
        after.all(DomainConstraint.class).map(check -> check.id().parent())
                .forEach(domain -> constrainedDomains.add(Identifiers.qualify(domain)));
        before.all(Partition.class).filter(tie -> tie.bound().equals("DEFAULT"))
                .forEach(tie -> defaultPartitions.put(tie.partitionOf(), tie.id().parent()));
    }

    /** Whether a table is to have nulls in a column in which its new parent has none. */
    boolean haveNullsToPass(Inheritance tie) {
        return NullableChildren.haveToPass(after, tie);
    }

    /** The same at a time when nothing has taken the name of what goes: others know that by it. */
    private Surroundings(Surroundings others) {
        this.before = others.before;
        this.after = others.after;
        this.born = others.born.stream().filter(id -> !others.before.contains(id)).collect(Collectors.toSet());
        this.apart = others.apart;
        this.major = others.major;
        this.children = others.children;
        this.partitions = others.partitions;
        this.ownedSequences = others.ownedSequences;
        this.baseTypes = others.baseTypes;
        this.constrainedDomains = others.constrainedDomains;
        this.defaultPartitions = others.defaultPartitions;
    }

    /** For what is dropped: a name that is created again is still that of the old object then. */
    Surroundings ofDrops() {
        if (ofDrops == null) {
            ofDrops = new Surroundings(this);
        }
        return ofDrops;
    }

    Schema before() {
        return before;
    }

    Schema after() {
        return after;
    }

    int major() {
        return major;
    }

    boolean isBorn(ObjectId relation) {
        return born.contains(relation);
    }

    /** The lock on the relation, unless nobody else can know it yet. */
    Effects lock(ObjectId relation, LockMode mode) {
        if (relation.kind() == ObjectKind.SEQUENCE && relation.parent() != null) {
            return isBorn(relation.root()) ? Effects.NONE
                    : Effects.lock(ObjectId.inSchema(ObjectKind.SEQUENCE, relation.schema(), relation.name()), mode);
        }
        return isBorn(relation) ? Effects.NONE : Effects.lock(relation, mode);
    }

    /** The lock on the table and on all that inherit from it or are its partitions: what a change of a column takes. */
    Effects lockTree(ObjectId relation, LockMode mode) {
        return walk(children, relation, table -> lock(table, mode));
    }

    /** The lock on the table and on its partitions: what a key, an index or a foreign key takes. */
    Effects lockPartitions(ObjectId relation, LockMode mode) {
        return walk(partitions, relation, table -> lock(table, mode));
    }

    Effects scanTree(ObjectId relation) {
        return walk(children, relation, this::scan);
    }

    /** The same without the relation itself. */
    Effects scanChildren(ObjectId relation) {
        return walk(children, relation, table -> table.equals(relation) ? Effects.NONE : scan(table));
    }

    Effects scanPartitions(ObjectId relation) {
        return walk(partitions, relation, this::scan);
    }

    Effects rewriteTree(ObjectId relation) {
        return walk(children, relation, table -> hasNoRows(table) ? Effects.NONE : scan(table).andRewrite(table));
    }

    Effects scan(ObjectId table) {
        return hasNoRows(table) ? Effects.NONE : Effects.NONE.andScan(table);
    }

    /** To find the largest or smallest number of a column: an index that begins with it knows, else every row is looked at. */
    Effects numbersOf(ObjectId column) {
        ObjectId table = column.parent();
        String name = column.name();
        boolean known = before.all(PrimaryKey.class)
                .anyMatch(key -> key.id().parent().equals(table) && key.columns().get(0).equals(name))
                || before.all(UniqueConstraint.class)
                        .anyMatch(key -> key.id().parent().equals(table) && key.columns().get(0).equals(name))
                || before.all(Index.class).anyMatch(index -> index.table().equals(table) && index.method().equals("btree")
                        && index.valid() && index.predicate().isEmpty()
                        && index.keys().get(0).column().filter(name::equals).isPresent());
        return known ? Effects.NONE : scanTree(table);
    }

    /** A new table has none yet, and a partitioned one leaves them to its partitions. */
    private boolean hasNoRows(ObjectId relation) {
        return isBorn(relation)
                || before.find(relation, Table.class).filter(table -> table.partitionKey().isPresent()).isPresent();
    }

    private static Effects walk(Map<ObjectId, SortedSet<ObjectId>> below, ObjectId relation,
            Function<ObjectId, Effects> effect) {
        if (!below.containsKey(relation)) {
            return effect.apply(relation);
        }
        Effects effects = Effects.NONE;
        // what is below before and what is below after can be each other's parents
        Set<ObjectId> seen = new HashSet<>(Set.of(relation));
        Deque<ObjectId> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            ObjectId table = queue.remove();
            effects = effects.and(effect.apply(table));
            below.getOrDefault(table, Collections.emptySortedSet()).stream().filter(seen::add).forEach(queue::add);
        }
        return effects;
    }

    private static void add(Map<ObjectId, SortedSet<ObjectId>> map, ObjectId key, ObjectId value) {
        map.computeIfAbsent(key, id -> new TreeSet<>()).add(value);
    }

    /** The sequences that belong to the column, or to any column of the table. */
    Collection<ObjectId> sequencesOf(ObjectId tableOrColumn) {
        return ownedSequences.getOrDefault(tableOrColumn, Collections.emptySortedSet());
    }

    /** The table that is called so in SQL. */
    Optional<ObjectId> table(String qualifiedName) {
        if (tablesByName == null) {
            tablesByName = new HashMap<>();
            before.all(Table.class).forEach(table -> tablesByName.put(Identifiers.qualify(table.id()), table.id()));
        }
        return Optional.ofNullable(tablesByName.get(qualifiedName));
    }

    /** The DEFAULT partition of a table, which holds what another partition may have to take over. */
    Optional<ObjectId> defaultPartition(ObjectId partitioned) {
        return Optional.ofNullable(defaultPartitions.get(partitioned));
    }

    /** The foreign keys that a table still has when it or one of its columns is dropped. */
    List<ForeignKey> foreignKeysOf(ObjectId table) {
        if (foreignKeys == null) {
            foreignKeys = before.all(ForeignKey.class).filter(key -> !apart.contains(key.id()))
                    .collect(Collectors.groupingBy(key -> key.id().parent()));
        }
        return foreignKeys.getOrDefault(table, List.of());
    }

    /** The sequence behind an identity column, which is no object of its own. */
    Optional<ObjectId> identitySequence(Column column) {
        return column.identity().flatMap(Column.Identity::sequence)
                .map(name -> ObjectId.inSchema(ObjectKind.SEQUENCE, column.id().schema(), name));
    }

    /** The tables with a column of the domain. */
    Collection<ObjectId> tablesWith(ObjectId domain) {
        if (tablesByType == null) {
            tablesByType = new HashMap<>();
            before.all(Column.class).forEach(column -> tablesByType
                    .computeIfAbsent(withoutArray(column.type()), type -> new TreeSet<>()).add(column.id().parent()));
        }
        return tablesByType.getOrDefault(Identifiers.qualify(domain), Collections.emptySortedSet());
    }

    /** Whether a value of the type has to be checked, so that a new column of it cannot be filled without looking. */
    boolean isConstrainedDomain(SqlType type) {
        return constrainedDomains.contains(withoutArray(type));
    }

    /** The type under a domain, and every other type as it is. */
    SqlType baseType(SqlType type) {
        return baseTypes.getOrDefault(type.name(), type);
    }

    private static String withoutArray(SqlType type) {
        return type.name().endsWith("[]") ? type.name().substring(0, type.name().length() - 2) : type.name();
    }
}
