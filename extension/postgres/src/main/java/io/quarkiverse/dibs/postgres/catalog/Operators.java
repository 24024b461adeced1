package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.Collation;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorClass;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.SqlType;

/** Decodes collations, casts, operators and their families and classes. */
final class Operators {

    private final Catalog catalog;
    private final Map<Long, List<CatalogRow>> membersOfClass = new HashMap<>();
    private final Map<Long, List<CatalogRow>> membersOfFamily = new HashMap<>();

    Operators(Catalog catalog) {
        this.catalog = catalog;
        for (CatalogRow row : catalog.rows(CatalogQuery.OPERATOR_MEMBERS)) {
            Long operatorClass = row.getLong("class");
            if (operatorClass != null) {
                membersOfClass.computeIfAbsent(operatorClass, oid -> new ArrayList<>()).add(row);
            } else {
                membersOfFamily.computeIfAbsent(row.getLong("family"), oid -> new ArrayList<>()).add(row);
            }
        }
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.COLLATIONS)) {
            catalog.add(Pg.COLLATION, row.getLong("oid"),
                    new Collation(ObjectId.inSchema(ObjectKind.COLLATION, row.getString("schema"), row.getString("name")),
                            row.getString("provider"), row.getString("collate"), row.getString("ctype"),
                            Values.text(row, "rules"), row.getBoolean("deterministic")));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.CASTS)) {
            String source = row.getString("source");
            String target = row.getString("target");
            if (row.getBoolean("of_extension")) {
                catalog.schema.castable(source + " AS " + target);
                continue;
            }
            catalog.add(Pg.CAST, row.getLong("oid"),
                    new Cast(ObjectId.global(ObjectKind.CAST, source + " AS " + target), new SqlType(source),
                            new SqlType(target), row.getString("method"), row.getString("context")));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.OPERATORS)) {
            ObjectId id = ObjectId.overloaded(ObjectKind.OPERATOR, row.getString("schema"), row.getString("name"),
                    row.getString("arguments"));
            if (row.getBoolean("defined")) {
                catalog.add(Pg.OPERATOR, row.getLong("oid"),
                        new Operator(id, Values.pairs(row.getArrayOfStrings("options"))));
            } else {
                catalog.schema.unmodelled("shell operator", id.display());
            }
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.OPERATOR_FAMILIES)) {
            long oid = row.getLong("oid");
            ObjectId id = id(ObjectKind.OPERATOR_FAMILY, row.getString("schema"), row);
            catalog.add(Pg.OPFAMILY, oid,
                    new OperatorFamily(id, row.getString("method"), members(membersOfFamily.get(oid), id)));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.OPERATOR_CLASSES)) {
            operatorClass(row);
        }
    }

    private void operatorClass(CatalogRow row) {
        long oid = row.getLong("oid");
        ObjectId id = id(ObjectKind.OPERATOR_CLASS, row.getString("schema"), row);
        List<String> members = new ArrayList<>(members(membersOfClass.get(oid), id));
        if (row.getString("storage") != null) {
            members.add("STORAGE " + row.getString("storage"));
        }
        ObjectId family = ObjectId.overloaded(ObjectKind.OPERATOR_FAMILY, row.getString("family_schema"),
                row.getString("family_name"), row.getString("method"));
        catalog.add(Pg.OPCLASS, oid, new OperatorClass(id, row.getString("method"), row.getBoolean("is_default"),
                new SqlType(row.getString("type")), family, members));
    }

    private static ObjectId id(ObjectKind kind, String schema, CatalogRow row) {
        return ObjectId.overloaded(kind, schema, row.getString("name"), row.getString("method"));
    }

    private List<String> members(List<CatalogRow> rows, ObjectId owner) {
        List<String> members = new ArrayList<>();
        for (CatalogRow row : rows == null ? List.<CatalogRow> of() : rows) {
            members.add(row.getString("text"));
            catalog.alias(row.getLong("catalog"), row.getLong("oid"), owner);
        }
        members.sort(null);
        return members;
    }
}
