package io.quarkiverse.dibs.postgres.catalog;

import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.TextSearchObject;
import io.quarkiverse.dibs.schema.WrittenOptions;

/** Decodes text search parsers, templates, dictionaries and configurations. */
final class TextSearch {

    /** {@code dictinitoption} is one text: {@code name = 'value', ...}; the catalog has it nowhere else. */
    private static final Pattern INIT_OPTION = Pattern
            .compile("\\s*(?:\"((?:[^\"]|\"\")*+)\"|([^\\s=\"]+))\\s*=\\s*(E?'(?:[^']|'')*+'|[^,\\s]+)\\s*,?");

    private final Catalog catalog;

    TextSearch(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.TEXT_SEARCH)) {
            long oid = row.getLong("oid");
            if (catalog.ofExtension(row.getLong("catalog"), oid)) {
                continue;
            }
            LinkedHashMap<String, String> options = new LinkedHashMap<>(Values.pairs(row.getArrayOfStrings("options")));
            if (row.getString("init_options") != null) {
                Matcher option = INIT_OPTION.matcher(row.getString("init_options"));
                while (option.find()) {
                    options.put(option.group(1) != null ? option.group(1).replace("\"\"", "\"") : option.group(2),
                            option.group(3));
                }
            }
            ObjectId id = ObjectId.inSchema(kind(row.getLong("catalog")), row.getString("schema"), row.getString("name"));
            catalog.add(row.getLong("catalog"), oid,
                    new TextSearchObject(id, WrittenOptions.of(options), Values.pairs(row.getArrayOfStrings("mappings"))));
        }
    }

    private static ObjectKind kind(long catalog) {
        if (catalog == Pg.TS_PARSER) {
            return ObjectKind.TEXT_SEARCH_PARSER;
        }
        if (catalog == Pg.TS_TEMPLATE) {
            return ObjectKind.TEXT_SEARCH_TEMPLATE;
        }
        return catalog == Pg.TS_DICT ? ObjectKind.TEXT_SEARCH_DICTIONARY : ObjectKind.TEXT_SEARCH_CONFIGURATION;
    }
}
