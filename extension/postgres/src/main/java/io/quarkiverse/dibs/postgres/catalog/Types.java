package io.quarkiverse.dibs.postgres.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.BaseType;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.SqlType;

/** Decodes enumerated, composite, range, domain and base types. */
final class Types {

    private final Catalog catalog;
    private final Relations relations;

    Types(Catalog catalog, Relations relations) {
        this.catalog = catalog;
        this.relations = relations;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.TYPES)) {
            switch (row.getString("kind")) {
                case "e" -> enumType(row);
                case "c" -> composite(row);
                case "d" -> domain(row);
                case "r" -> range(row);
                default -> base(row);
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.DOMAIN_CHECKS)) {
            ObjectId domain = catalog.id(Pg.TYPE, row.getLong("domain"));
            if (domain != null) {
                catalog.add(Pg.CONSTRAINT, row.getLong("oid"),
                        new DomainConstraint(ObjectId.part(ObjectKind.DOMAIN_CONSTRAINT, domain, row.getString("name")),
                                new Expression(row.getString("expression")), row.getBoolean("validated")));
            }
        }
    }

    private static ObjectId id(ObjectKind kind, CatalogRow row) {
        return ObjectId.inSchema(kind, row.getString("schema"), row.getString("name"));
    }

    private void enumType(CatalogRow row) {
        catalog.add(Pg.TYPE, row.getLong("oid"),
                new EnumType(id(ObjectKind.ENUM, row), List.of(row.getArrayOfStrings("labels"))));
    }

    private void composite(CatalogRow row) {
        ObjectId id = id(ObjectKind.COMPOSITE, row);
        long relation = row.getLong("relation");
        catalog.add(Pg.TYPE, row.getLong("oid"), new CompositeType(id, relations.columnsOf(relation).stream()
                .map(c -> new CompositeType.Attribute(c.name(), c.type(), Optional.ofNullable(c.collation()))).toList()));
        catalog.relation(relation, id);
    }

    private void domain(CatalogRow row) {
        catalog.add(Pg.TYPE, row.getLong("oid"),
                new DomainType(id(ObjectKind.DOMAIN, row), new SqlType(row.getString("base_type")),
                        Values.text(row, "collation"), Values.expression(row, "default_value"), row.getBoolean("not_null")));
    }

    /** A shell type where nothing defines it. */
    private void base(CatalogRow row) {
        ObjectId type = id(ObjectKind.BASE_TYPE, row);
        catalog.add(Pg.TYPE, row.getLong("oid"), new BaseType(type));
        String[] said = row.getArrayOfStrings("options");
        if (said != null) {
            SortedMap<String, String> options = new TreeMap<>();
            for (String option : said) {
                int end = option.indexOf('=');
                options.put(option.substring(0, end), option.substring(end + 1));
            }
            catalog.schema.add(new BaseTypeDefinition(BaseTypeDefinition.idOf(type), options));
        }
    }

    private void range(CatalogRow row) {
        catalog.add(Pg.TYPE, row.getLong("oid"),
                new RangeType(id(ObjectKind.RANGE, row), new SqlType(row.getString("subtype")),
                        Values.text(row, "operator_class"), Values.text(row, "range_collation"),
                        Values.text(row, "canonical"), Values.text(row, "subtype_diff"), Values.text(row, "multirange_name")));
    }
}
