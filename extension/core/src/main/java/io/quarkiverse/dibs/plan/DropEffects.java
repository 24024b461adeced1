package io.quarkiverse.dibs.plan;

import java.util.List;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.WriteContext;

/** The effects of taking an object away. A foreign key that goes locks the table it points to as well. */
final class DropEffects {

    private final Surroundings surroundings;
    private final WriteContext form;

    DropEffects(Surroundings surroundings, WriteContext form) {
        this.surroundings = surroundings;
        this.form = form;
    }

    Effects of(DbObject object) {
        ObjectId id = object.id();
        ObjectId table = id.parent();
        return switch (id.kind()) {
            case NAMESPACE, EXTENSION, COLLATION, ENUM, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, DOMAIN, DOMAIN_CONSTRAINT,
                    ROUTINE, AGGREGATE, OPERATOR,
                    OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING, LANGUAGE, ACCESS_METHOD,
                    CONVERSION, EVENT_TRIGGER,
                    PUBLICATION, SUBSCRIPTION, DEFAULT_PRIVILEGES, INDEX_PARTITION ->
                Effects.NONE;
            case COMPOSITE, SEQUENCE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
                surroundings.lock(id, LockMode.ACCESS_EXCLUSIVE);
            // its partitions went before it
            case TABLE -> surroundings.lock(id, LockMode.ACCESS_EXCLUSIVE).and(parents(id)).and(sequences(id))
                    .and(referenced(surroundings.foreignKeysOf(id)))
                    .and(form.rowsKept() && isPlain(id) ? Effects.NONE.andScan(id) : Effects.NONE);
            case COLUMN -> surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE).and(sequences(id)).and(referenced(
                    surroundings.foreignKeysOf(table).stream().filter(key -> key.columns().contains(id.name())).toList()));
            case COLUMN_DEFAULT -> form.only() ? surroundings.lock(table.parent(), LockMode.ACCESS_EXCLUSIVE)
                    : surroundings.lockTree(table.parent(), LockMode.ACCESS_EXCLUSIVE);
            case SEQUENCE_OWNERSHIP -> surroundings.lock(table, LockMode.SHARE_ROW_EXCLUSIVE);
            case INHERITANCE -> surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE)
                    .and(surroundings.lock(((Inheritance) object).inherits(), LockMode.ACCESS_SHARE));
            case PARTITION -> detach((Partition) object);
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> surroundings.lockPartitions(table, LockMode.ACCESS_EXCLUSIVE);
            case CHECK -> surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE);
            case FOREIGN_KEY -> surroundings.lockPartitions(table, LockMode.ACCESS_EXCLUSIVE)
                    .and(referenced(List.of((ForeignKey) object)));
            case INDEX -> index((Index) object);
            case REPLICA_IDENTITY, RULE, POLICY, TRIGGER -> surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE);
            case CLUSTERING -> surroundings.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case STATISTICS -> surroundings.lock(((StatisticsObject) object).table(), LockMode.SHARE_UPDATE_EXCLUSIVE);
            case OWNER, GRANT, COMMENT, COLUMN_SETTINGS, PARTITION_TRIGGER, EXTENSION_DEPENDENCE ->
                new CreateEffects(surroundings, form).of(object, List.of());
        };
    }

    private Effects referenced(List<ForeignKey> keys) {
        Effects effects = Effects.NONE;
        for (ForeignKey key : keys) {
            effects = effects.and(surroundings.lockPartitions(key.referencedTable(), LockMode.ACCESS_EXCLUSIVE));
        }
        return effects;
    }

    /** The sequences that go with the table or column. */
    private Effects sequences(ObjectId tableOrColumn) {
        Effects effects = Effects.NONE;
        for (ObjectId sequence : surroundings.sequencesOf(tableOrColumn)) {
            effects = effects.and(surroundings.lock(sequence, LockMode.ACCESS_EXCLUSIVE));
        }
        return effects;
    }

    /** A partition cannot go without its partitioned table being locked as hard, unless it was detached before. */
    private Effects parents(ObjectId table) {
        return form.concurrently() ? Effects.NONE
                : surroundings.before().find(Partition.idOf(table), Partition.class)
                        .map(tie -> surroundings.lock(tie.partitionOf(), LockMode.ACCESS_EXCLUSIVE)
                                .and(defaultBeside(tie)))
                        .orElse(Effects.NONE);
    }

    /** Nobody may put a row into the DEFAULT partition while what belongs there changes. */
    private Effects defaultBeside(Partition partition) {
        return surroundings.defaultPartition(partition.partitionOf())
                .filter(other -> !other.equals(partition.id().parent()))
                .map(other -> surroundings.lock(other, LockMode.ACCESS_EXCLUSIVE)).orElse(Effects.NONE);
    }

    private boolean isPlain(ObjectId table) {
        return !surroundings.before().contains(Partition.idOf(table))
                && surroundings.before().find(table, Table.class).flatMap(Table::partitionKey).isEmpty();
    }

    private Effects detach(Partition partition) {
        Effects child = surroundings.lock(partition.id().parent(), LockMode.ACCESS_EXCLUSIVE);
        Effects rest = defaultBeside(partition);
        if (partition.detaching()) {
            return child.and(surroundings.lock(partition.partitionOf(), LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        return form.concurrently()
                ? child.and(surroundings.lock(partition.partitionOf(), LockMode.SHARE_UPDATE_EXCLUSIVE)).notTransactional()
                : child.and(rest).and(surroundings.lock(partition.partitionOf(), LockMode.ACCESS_EXCLUSIVE));
    }

    private Effects index(Index index) {
        return form.concurrently()
                ? surroundings.lock(index.table(), LockMode.SHARE_UPDATE_EXCLUSIVE).notTransactional()
                : surroundings.lockPartitions(index.table(), LockMode.ACCESS_EXCLUSIVE);
    }
}
