package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.Subscription;

/** Decodes publications with what they publish, and subscriptions. */
final class Publications {

    private final Catalog catalog;

    Publications(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        Map<Long, List<CatalogRow>> members = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.PUBLICATION_MEMBERS)) {
            members.computeIfAbsent(row.getLong("publication"), oid -> new ArrayList<>()).add(row);
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.PUBLICATIONS)) {
            ObjectId id = ObjectId.global(ObjectKind.PUBLICATION, row.getString("name"));
            List<String> texts = new ArrayList<>();
            for (CatalogRow member : members.getOrDefault(row.getLong("oid"), List.of())) {
                texts.add(member.getString("text"));
                catalog.alias(member.getLong("catalog"), member.getLong("oid"), id);
                if (member.getString("schema") != null) {
                    catalog.schema.dependency(id, ObjectId.namespace(member.getString("schema")));
                }
            }
            texts.sort(null);
            catalog.add(Pg.PUBLICATION, row.getLong("oid"), new Publication(id, row.getBoolean("all_tables"), texts,
                    Values.pairs(row.getArrayOfStrings("options"))));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.SUBSCRIPTIONS)) {
            ObjectId id = ObjectId.global(ObjectKind.SUBSCRIPTION, row.getString("name"));
            catalog.add(Pg.SUBSCRIPTION, row.getLong("oid"), new Subscription(id, row.getString("connection"),
                    List.of(row.getArrayOfStrings("publications")), row.getBoolean("enabled"),
                    Optional.ofNullable(row.getString("slot")), row.getBoolean("two_phase"),
                    Values.pairs(row.getArrayOfStrings("options"))));
        }
    }
}
