package io.quarkiverse.dibs.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;

/**
 * What of a database is the business of entities. Before: everything the server has. After: the tables that entities know or
 * that dibs created, with the parts entities can say; the rest is unmanaged. Properties entities cannot say are taken over.
 */
record EntityScope(Schema from, Schema to, SortedSet<ObjectId> unmanaged) {

    static EntityScope of(Schema from, Schema to, Set<ObjectId> managedTables, Set<ObjectId> saidInFull) {
        Set<ObjectId> kept = new HashSet<>();
        Set<ObjectId> managed = new HashSet<>(managedTables);
        managed.removeAll(partsNobodySpeaksOf(from, to));
        Set<ObjectId> tuned = tablesOfEntities(to, saidInFull);
        for (DbObject object : from.objects()) {
            if (isManaged(object, from, to, managed) || isPartOfSaid(object.id(), saidInFull, tuned)) {
                kept.add(object.id());
            }
        }
        keepWhatOnlyDroppedPartsUse(from, to, kept);
        Schema.Builder remaining = from.toBuilder();
        SortedSet<ObjectId> unmanaged = new TreeSet<>();
        for (ObjectId id : from.ids()) {
            if (!kept.contains(id)) {
                remaining.remove(id);
                // a part of something unmanaged goes without saying, and so does a schema that is merely there
                boolean part = id.parent() != null && !kept.contains(id.root())
                        || from.find(id, Index.class).filter(index -> !kept.contains(index.table())).isPresent();
                if (!part && id.kind() != ObjectKind.NAMESPACE && id.kind() != ObjectKind.SEQUENCE_OWNERSHIP) {
                    unmanaged.add(id);
                }
            }
        }
        return new EntityScope(remaining.build(), BeyondEntities.takenOver(from, to, saidInFull), unmanaged);
    }

    /** Entities cannot say partitions and children: where no file says any, those of a table that stays are left alone. */
    private static Set<ObjectId> partsNobodySpeaksOf(Schema from, Schema to) {
        Map<ObjectId, Set<ObjectId>> parents = new HashMap<>();
        if (to.all(Partition.class).findAny().isEmpty()) {
            from.all(Partition.class).forEach(partition -> parents
                    .computeIfAbsent(partition.id().root(), id -> new HashSet<>()).add(partition.partitionOf()));
        }
        if (to.all(Inheritance.class).findAny().isEmpty()) {
            from.all(Inheritance.class).forEach(child -> parents
                    .computeIfAbsent(child.id().root(), id -> new HashSet<>()).add(child.inherits()));
        }
        Set<ObjectId> left = new HashSet<>(parents.keySet());
        left.removeIf(part -> !isBelowWhatStays(part, parents, to));
        return left;
    }

    private static boolean isBelowWhatStays(ObjectId table, Map<ObjectId, Set<ObjectId>> parents, Schema to) {
        return parents.getOrDefault(table, Set.of()).stream()
                .anyMatch(parent -> to.contains(parent) || isBelowWhatStays(parent, parents, to));
    }

    private static boolean isManaged(DbObject object, Schema from, Schema to, Set<ObjectId> managedTables) {
        ObjectId id = object.id();
        if (to.contains(id)) {
            return true;
        }
        ObjectId table = object instanceof Index index ? index.table() : id.root();
        boolean tableIsManaged = table.kind() == ObjectKind.TABLE && (to.contains(table) || managedTables.contains(table));
        return switch (id.kind()) {
            case TABLE, COLUMN, COLUMN_DEFAULT, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, INDEX -> tableIsManaged;
            // no entity can say one, so that only its table takes it along
            case EXCLUSION -> tableIsManaged && !to.contains(table);
            // an index's comment hangs on the index, a part's on the part
            case COMMENT -> from.find(id.root(), Index.class)
                    .map(index -> to.contains(index.table()) && to.contains(index.id()))
                    .orElseGet(() -> tableIsManaged && (id.parent().equals(table)
                            || from.find(id.parent()).filter(part -> isManaged(part, from, to, managedTables)).isPresent()));
            case TRIGGER -> tableIsManaged && callsRowCheck(id, from);
            case NAMESPACE, EXTENSION, COLLATION, ENUM, COMPOSITE, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, DOMAIN,
                    DOMAIN_CONSTRAINT, SEQUENCE, ROUTINE,
                    AGGREGATE, OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM, TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING,
                    LANGUAGE, ACCESS_METHOD, CONVERSION, COLUMN_SETTINGS,
                    FOREIGN_TABLE, SEQUENCE_OWNERSHIP, INHERITANCE, PARTITION, INDEX_PARTITION, REPLICA_IDENTITY, CLUSTERING,
                    STATISTICS, VIEW, MATERIALIZED_VIEW, RULE, PARTITION_TRIGGER, POLICY, EVENT_TRIGGER, PUBLICATION,
                    SUBSCRIPTION, EXTENSION_DEPENDENCE, OWNER, GRANT,
                    DEFAULT_PRIVILEGES ->
                false;
        };
    }

    /**
     * A rule or comment of what a file says goes when the file no longer says it; privileges are left to those who gave them.
     */
    private static boolean isPartOfSaid(ObjectId id, Set<ObjectId> saidInFull, Set<ObjectId> tablesOfEntities) {
        return id.parent() != null && saidInFull.contains(id.root()) && id.kind() != ObjectKind.GRANT
                && id.kind() != ObjectKind.OWNER && !tablesOfEntities.contains(id.root());
    }

    /** Of these a file says how they are kept (row security, say), and not all that is to be on them. */
    private static Set<ObjectId> tablesOfEntities(Schema to, Set<ObjectId> saidInFull) {
        return saidInFull.isEmpty() ? Set.of()
                : to.all(Column.class).map(Column::id).filter(column -> !saidInFull.contains(column)).map(ObjectId::parent)
                        .collect(Collectors.toSet());
    }

    /** Whether the function is one that a {@code @TriggerCheck} wrote: its body raises a violation under its own name. */
    private static boolean isRowCheck(DbObject object) {
        return object instanceof Routine routine && routine.language().equals("plpgsql")
                && routine.definition().sql().contains("RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = ")
                && routine.definition().sql()
                        .contains(", CONSTRAINT = '" + routine.id().name().replace("'", "''") + "', TABLE = ");
    }

    private static boolean callsRowCheck(ObjectId trigger, Schema from) {
        return from.dependenciesOf(trigger).stream().filter(need -> need.kind() == ObjectKind.ROUTINE)
                .anyMatch(need -> isRowCheck(from.find(need).orElseThrow()));
    }

    /**
     * Enums, sequences and functions of row checks have no table of their own: they go when everything that used them was
     * managed and goes now. One that nothing ever used stays, and so does one whose user stays as it is: the text of a default
     * names the sequence it takes from.
     */
    private static void keepWhatOnlyDroppedPartsUse(Schema from, Schema to, Set<ObjectId> kept) {
        Map<ObjectId, Set<ObjectId>> users = new HashMap<>();
        for (DbObject object : from.objects()) {
            for (ObjectId need : from.dependenciesOf(object.id())) {
                if (object.id().kind() != ObjectKind.SEQUENCE_OWNERSHIP && !object.id().isWithin(need)) {
                    users.computeIfAbsent(need, id -> new HashSet<>()).add(object.id());
                }
            }
        }
        for (DbObject object : from.objects()) {
            ObjectId id = object.id();
            boolean candidate = object instanceof EnumType || object instanceof Sequence
                    || isRowCheck(object);
            Set<ObjectId> used = users.getOrDefault(id, Set.of());
            if (candidate && !used.isEmpty() && used.stream().allMatch(user -> kept.contains(user)
                    && !to.dependenciesOf(user).contains(id) && !from.find(user).equals(to.find(user)))) {
                kept.add(id);
                from.ids().stream().filter(part -> part.parent() != null && part.isWithin(id)).forEach(kept::add);
            }
        }
    }
}
