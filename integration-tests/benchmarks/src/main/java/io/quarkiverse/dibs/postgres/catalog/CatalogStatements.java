package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of the catalog reader as a script that another client can run on the same server. It stands in the reader's
 * package because only there the queries are visible; it has no text of its own.
 */
public final class CatalogStatements {

    private CatalogStatements() {
    }

    /** The queries of one reading of the given schemas, parameters written as literals, in the reader's order. */
    public static List<String> of(int major, List<Long> namespaces) {
        String oids = "'" + namespaces.toString().replace('[', '{').replace(']', '}').replace(" ", "") + "'";
        List<String> statements = new ArrayList<>();
        statements.add(CatalogQuery.resource("server", major));
        statements.add(CatalogQuery.resource("namespaces", major).replace("$1", "NULL").replace("$2", "false"));
        statements.add(CatalogQuery.resource("system_identifier", major));
        for (CatalogQuery query : CatalogQuery.values()) {
            statements.add(query.sql(major, true).replace("$1", oids));
        }
        return statements;
    }

    /** The name of each query, in the order of {@link #of} after the first three. */
    public static List<String> names() {
        return java.util.Arrays.stream(CatalogQuery.values()).map(CatalogQuery::name).toList();
    }
}
