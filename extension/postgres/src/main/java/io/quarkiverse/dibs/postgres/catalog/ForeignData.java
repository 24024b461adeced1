package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.UserMapping;

/** Decodes foreign data wrappers, servers and user mappings. A password in a mapping is never read into the schema. */
final class ForeignData {

    private static final Set<String> SECRETS = Set.of("password", "sslpassword", "passcode");

    private final Catalog catalog;

    ForeignData(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        List<CatalogRow> mappings = new ArrayList<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.FOREIGN)) {
            long source = row.getLong("catalog");
            if (source == Pg.USER_MAPPING) {
                mappings.add(row);
            } else if (source == Pg.FOREIGN_SERVER) {
                if (!catalog.ofExtension(source, row.getLong("oid"))) {
                    catalog.add(source, row.getLong("oid"),
                            new ForeignServer(ObjectId.global(ObjectKind.FOREIGN_SERVER, row.getString("name")),
                                    Values.text(row, "type"), Values.text(row, "version"), row.getString("wrapper"),
                                    Values.options(row.getArrayOfStrings("options"))));
                }
            } else {
                catalog.add(source, row.getLong("oid"),
                        new ForeignDataWrapper(ObjectId.global(ObjectKind.FOREIGN_DATA_WRAPPER, row.getString("name")),
                                Values.text(row, "handler"), Values.text(row, "validator"),
                                Values.options(row.getArrayOfStrings("options"))));
            }
        }
        mappings.forEach(this::mapping);
    }

    private void mapping(CatalogRow row) {
        ObjectId server = catalog.id(Pg.FOREIGN_SERVER, row.getLong("server"));
        if (server == null) {
            return;
        }
        SortedMap<String, String> options = new TreeMap<>(Values.options(row.getArrayOfStrings("options")));
        if (options.keySet().removeAll(SECRETS)) {
            catalog.schema.unmodelled("password of a user mapping", server.name() + "." + row.getString("name"));
        }
        catalog.add(Pg.USER_MAPPING, row.getLong("oid"),
                new UserMapping(ObjectId.part(ObjectKind.USER_MAPPING, server, row.getString("name")), options));
    }
}
