package io.quarkiverse.dibs.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What effects depend on beside the change itself: both schemas, the relations that the plan itself creates (nobody waits for
 * those) and the server's version.
 */
final class Surroundings {

    private final Schema before;
    private final Schema after;
    private final Set<ObjectId> born;
    private final int major;
    private final Map<ObjectId, SortedSet<ObjectId>> children = new HashMap<>();
    private final Map<ObjectId, List<ForeignKey>> foreignKeys;
    private final Map<String, SortedSet<ObjectId>> tablesByType = new HashMap<>();
    private final Map<ObjectId, ObjectId> defaultPartitions = new HashMap<>();

    Surroundings(Schema before, Schema after, Set<ObjectId> born, int major) {
        this.before = before;
        this.after = after;
        this.born = born;
        this.major = major;
        after.all(Inheritance.class).forEach(tie -> child(tie.inherits(), tie.id().parent()));
        after.all(Partition.class).forEach(tie -> child(tie.partitionOf(), tie.id().parent()));
        foreignKeys = before.all(ForeignKey.class).collect(Collectors.groupingBy(key -> key.id().parent()));
        before.all(Column.class).forEach(column -> tablesByType
                .computeIfAbsent(withoutArray(column.type()), type -> new TreeSet<>()).add(column.id().parent()));
        before.all(Partition.class).filter(tie -> tie.bound().equals("DEFAULT"))
                .forEach(tie -> defaultPartitions.put(tie.partitionOf(), tie.id().parent()));
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
        return isBorn(relation) ? Effects.NONE : Effects.lock(relation, mode);
    }

    /** The lock on the relation and on all tables that inherit from it or are its partitions. */
    Effects lockTree(ObjectId relation, LockMode mode) {
        Effects effects = lock(relation, mode);
        for (ObjectId child : children(relation)) {
            effects = effects.and(lockTree(child, mode));
        }
        return effects;
    }

    Effects scanTree(ObjectId relation) {
        Effects effects = isBorn(relation) ? Effects.NONE : Effects.NONE.andScan(relation);
        for (ObjectId child : children(relation)) {
            effects = effects.and(scanTree(child));
        }
        return effects;
    }

    Effects rewriteTree(ObjectId relation) {
        Effects effects = isBorn(relation) ? Effects.NONE : Effects.NONE.andScan(relation).andRewrite(relation);
        for (ObjectId child : children(relation)) {
            effects = effects.and(rewriteTree(child));
        }
        return effects;
    }

    private void child(ObjectId parent, ObjectId child) {
        children.computeIfAbsent(parent, id -> new TreeSet<>()).add(child);
    }

    private SortedSet<ObjectId> children(ObjectId relation) {
        return children.getOrDefault(relation, Collections.emptySortedSet());
    }

    /** The DEFAULT partition of a table, which holds what another partition may have to take over. */
    Optional<ObjectId> defaultPartition(ObjectId partitioned) {
        return Optional.ofNullable(defaultPartitions.get(partitioned));
    }

    /** The foreign keys a table has. */
    List<ForeignKey> foreignKeysOf(ObjectId table) {
        return foreignKeys.getOrDefault(table, List.of());
    }

    /** The tables with a column of the domain. */
    Collection<ObjectId> tablesWith(ObjectId domain) {
        return tablesByType.getOrDefault(Identifiers.qualify(domain), Collections.emptySortedSet());
    }

    /** Whether a value of the type has to be checked, so that a new column of it cannot be filled without looking. */
    boolean isConstrainedDomain(SqlType type) {
        return after.all(DomainType.class).filter(domain -> isOf(type, domain.id()))
                .anyMatch(domain -> domain.notNull() || after.all(DomainConstraint.class)
                        .anyMatch(check -> check.id().parent().equals(domain.id())));
    }

    /** The type under a domain, and every other type as it is. */
    SqlType baseType(SqlType type) {
        return Stream.concat(before.all(DomainType.class), after.all(DomainType.class))
                .filter(domain -> Identifiers.qualify(domain.id()).equals(type.name())).map(DomainType::baseType).findFirst()
                .orElse(type);
    }

    private static boolean isOf(SqlType type, ObjectId id) {
        return withoutArray(type).equals(Identifiers.qualify(id));
    }

    private static String withoutArray(SqlType type) {
        return type.name().endsWith("[]") ? type.name().substring(0, type.name().length() - 2) : type.name();
    }
}
