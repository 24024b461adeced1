package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Trigger;

/** Decodes what hangs on a table and is neither column, constraint nor index: triggers, rules, policies, statistics. */
final class Reactions {

    private final Catalog catalog;

    Reactions(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Where a partition's trigger fires as the one above it does, nothing is said of it. */
    private void partitionTriggers() {
        Map<Long, CatalogRow> all = new HashMap<>();
        catalog.rows(CatalogQuery.PARTITION_TRIGGERS).forEach(row -> all.put(row.getLong("oid"), row));
        for (CatalogRow row : all.values()) {
            ObjectId relation = catalog.relation(row.getLong("relation"));
            if (relation == null || isUsual(row)) {
                continue;
            }
            List<ObjectId> over = new ArrayList<>();
            Optional.ofNullable(catalog.id(Pg.TRIGGER, row.getLong("root"))).ifPresent(over::add);
            over.add(Partition.idOf(relation));
            for (CatalogRow above = all.get(row.getLong("above")); above != null; above = all.get(above.getLong("above"))) {
                ObjectId table = catalog.relation(above.getLong("relation"));
                if (table != null) {
                    over.add(Partition.idOf(table));
                    if (!isUsual(above)) {
                        over.add(PartitionTrigger.idOf(table, above.getString("name")));
                    }
                }
            }
            catalog.schema.add(new PartitionTrigger(PartitionTrigger.idOf(relation, row.getString("name")),
                    Values.enabled(row.getString("enabled")), Values.enabled(row.getString("usual")), over));
        }
    }

    private static boolean isUsual(CatalogRow row) {
        return row.getString("enabled").equals(row.getString("usual"));
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.TRIGGERS)) {
            ObjectId relation = catalog.relation(row.getLong("relation"));
            if (relation != null) {
                catalog.add(Pg.TRIGGER, row.getLong("oid"),
                        new Trigger(ObjectId.part(ObjectKind.TRIGGER, relation, row.getString("name")),
                                new Expression(row.getString("definition")), Values.enabled(row)));
            }
        }
        partitionTriggers();
        for (CatalogRow row : catalog.rows(CatalogQuery.RULES)) {
            ObjectId relation = catalog.relation(row.getLong("relation"));
            if (relation != null) {
                catalog.add(Pg.REWRITE, row.getLong("oid"),
                        new Rule(ObjectId.part(ObjectKind.RULE, relation, row.getString("name")),
                                new Expression(row.getString("definition")), Values.enabled(row)));
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.POLICIES)) {
            ObjectId relation = catalog.relation(row.getLong("relation"));
            if (relation != null) {
                catalog.add(Pg.POLICY, row.getLong("oid"),
                        new Policy(ObjectId.part(ObjectKind.POLICY, relation, row.getString("name")),
                                row.getBoolean("permissive"), row.getString("command"),
                                List.of(row.getArrayOfStrings("roles")), Values.expression(row, "using"),
                                Values.expression(row, "with_check")));
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.STATISTICS)) {
            ObjectId relation = catalog.relation(row.getLong("relation"));
            if (relation != null) {
                catalog.add(Pg.STATISTIC_EXT, row.getLong("oid"),
                        new StatisticsObject(
                                ObjectId.inSchema(ObjectKind.STATISTICS, row.getString("schema"), row.getString("name")),
                                relation, new Expression(row.getString("definition")),
                                Values.integer((Number) row.getValue("target"))));
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.EVENT_TRIGGERS)) {
            catalog.add(Pg.EVENT_TRIGGER, row.getLong("oid"),
                    new EventTrigger(ObjectId.global(ObjectKind.EVENT_TRIGGER, row.getString("name")), row.getString("event"),
                            Values.list(row.getArrayOfStrings("tags")), row.getString("function"), Values.enabled(row)));
        }
    }
}
