package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.Clustering;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.ReplicaIdentity;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Table;

/** Compares tables, foreign tables and what ties a table to other tables and to its indexes. */
final class TableComparison {

    private TableComparison() {
    }

    static Difference compare(Table from, Table to, int major) {
        boolean partitioned = from.partitionKey().isPresent();
        return new Verdict<>(from, to)
                .fixed(table -> table.partitionKey().map(Expression::new), "the partition key of a table cannot be changed")
                .aspectIf(!partitioned, Table::persistence, Aspect.TABLE_PERSISTENCE,
                        "a partitioned table cannot become logged or unlogged")
                .aspectIf(major >= (partitioned ? 17 : 15), Table::accessMethod, Aspect.TABLE_ACCESS_METHOD,
                        "this Postgres cannot change the access method of the table")
                .aspect(Table::ofType, Aspect.TABLE_OF_TYPE)
                .aspect(Table::tablespace, Aspect.TABLE_TABLESPACE)
                .aspect(Table::storageParameters, Aspect.TABLE_STORAGE_PARAMETERS)
                .aspect(Table::rowSecurity, Aspect.TABLE_ROW_SECURITY)
                .aspect(Table::forceRowSecurity, Aspect.TABLE_FORCE_ROW_SECURITY).difference();
    }

    static Difference compare(ForeignTable from, ForeignTable to) {
        return new Verdict<>(from, to)
                .fixed(ForeignTable::server, "the server of a foreign table cannot be changed")
                .aspect(ForeignTable::options, Aspect.FOREIGN_TABLE_OPTIONS).difference();
    }

    /** The place among several parents is a matter of all of them: {@link RemadeInheritances}. */
    static Difference compare(Inheritance from, Inheritance to) {
        return new Verdict<>(from, to).fixed(Inheritance::inherits, "it inherits from another table").difference();
    }

    static Difference compare(Partition from, Partition to) {
        return new Verdict<>(from, to)
                .fixed(Partition::partitionOf, "it is a partition of another table")
                .refuse(from.detaching() && !to.detaching(), "its detachment was begun and can only be finished")
                .fixed(Partition::bound, "the bounds of a partition cannot be changed while it is attached").difference();
    }

    static Difference compare(IndexPartition from, IndexPartition to) {
        return new Difference.Replaced("it belongs to another partitioned index");
    }

    static Difference compare(ReplicaIdentity from, ReplicaIdentity to) {
        return new Verdict<>(from, to).aspect(true, Aspect.REPLICA_IDENTITY).difference();
    }

    static Difference compare(Clustering from, Clustering to) {
        return new Verdict<>(from, to).aspect(true, Aspect.CLUSTERING).difference();
    }

    static Difference compare(ColumnSettings from, ColumnSettings to) {
        return new Verdict<>(from, to).aspect(true, Aspect.COLUMN_SETTINGS).difference();
    }

    static Difference compare(StatisticsObject from, StatisticsObject to) {
        return new Verdict<>(from, to)
                .fixed(StatisticsObject::table, "it is about another table")
                .fixed(StatisticsObject::definition, "the definition of a statistics object cannot be changed")
                .aspect(StatisticsObject::target, Aspect.STATISTICS_TARGET).difference();
    }
}
