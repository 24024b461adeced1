package io.quarkiverse.dibs.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.Table;

/**
 * What of a database is the business of entities. Before: everything the server has. After: the tables that entities know or
 * that dibs created, with the parts entities can say; the rest is unmanaged. Properties entities cannot say are taken over.
 */
record EntityScope(Schema from, Schema to, SortedSet<ObjectId> unmanaged) {

    static EntityScope of(Schema from, Schema to, Set<ObjectId> managedTables, Set<ObjectId> saidInFull) {
        Set<ObjectId> kept = new HashSet<>();
        Set<ObjectId> managed = new HashSet<>(managedTables);
        managed.removeAll(partitionsNobodySpeaksOf(from, to));
        for (DbObject object : from.objects()) {
            if (isManaged(object, from, to, managed) || isPartOfSaid(object.id(), saidInFull)) {
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
        return new EntityScope(remaining.build(), adopt(from, to, saidInFull), unmanaged);
    }

    /** Entities cannot say partitions: where no file says any, those of a table that stays are left alone. */
    private static Set<ObjectId> partitionsNobodySpeaksOf(Schema from, Schema to) {
        if (to.all(Partition.class).findAny().isPresent()) {
            return Set.of();
        }
        Map<ObjectId, ObjectId> parents = new HashMap<>();
        from.all(Partition.class).forEach(partition -> parents.put(partition.id().root(), partition.partitionOf()));
        Set<ObjectId> left = new HashSet<>(parents.keySet());
        left.removeIf(partition -> {
            ObjectId top = partition;
            while (parents.containsKey(top)) {
                top = parents.get(top);
            }
            return !to.contains(top);
        });
        return left;
    }

    private static boolean isManaged(DbObject object, Schema from, Schema to, Set<ObjectId> managedTables) {
        ObjectId id = object.id();
        if (to.contains(id)) {
            return true;
        }
        ObjectId table = object instanceof Index index ? index.table() : id.root();
        boolean tableIsManaged = table.kind() == ObjectKind.TABLE && (to.contains(table) || managedTables.contains(table));
        return switch (id.kind()) {
            case TABLE, COLUMN, COLUMN_DEFAULT, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, INDEX -> tableIsManaged;
            // an index's comment hangs on the index, a table's on the table
            case COMMENT -> tableIsManaged || from.find(id.root(), Index.class)
                    .filter(index -> to.contains(index.table()) && to.contains(index.id())).isPresent();
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
    private static boolean isPartOfSaid(ObjectId id, Set<ObjectId> saidInFull) {
        return id.parent() != null && saidInFull.contains(id.root()) && id.kind() != ObjectKind.GRANT
                && id.kind() != ObjectKind.OWNER;
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

    private static Schema adopt(Schema from, Schema to, Set<ObjectId> saidInFull) {
        Schema.Builder wanted = to.toBuilder();
        for (DbObject object : to.objects()) {
            if (saidInFull.contains(object.id())) {
                continue;
            }
            if (object instanceof Table table) {
                from.find(table.id(), Table.class).ifPresent(present -> wanted.put(new Table(table.id(), present.persistence(),
                        present.partitionKey(), present.accessMethod(), present.tablespace(), present.storageParameters(),
                        present.rowSecurity(), present.forceRowSecurity(), present.ofType())));
            } else if (object instanceof Column column) {
                from.find(column.id(), Column.class).ifPresent(present -> wanted.put(new Column(column.id(), column.position(),
                        column.type(), column.collation(), column.notNull(), column.identity(), column.generated(),
                        column.storage().or(present::storage), column.compression().or(present::compression),
                        column.statisticsTarget().isPresent() ? column.statisticsTarget() : present.statisticsTarget(),
                        present.options(), present.foreignOptions(), present.inherited(),
                        // what an entity says holds for all rows
                        present.notNullConstraint().map(constraint -> constraint.withValidated(true)))));
            }
        }
        return wanted.build();
    }
}
