package io.quarkiverse.dibs.postgres.catalog;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** The rows of one answer. Where its columns stand is looked up once, not for each value of each row. */
final class Answer implements Iterable<CatalogRow> {

    private final Map<String, Integer> positions = new HashMap<>();
    private final RowSet<Row> rows;

    Answer(RowSet<Row> rows) {
        this.rows = rows;
        List<String> names = rows.columnsNames();
        for (int i = 0; names != null && i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
    }

    /** Where the column stands, the first being 0. */
    int position(String column) {
        return positions.get(column);
    }

    @Override
    public Iterator<CatalogRow> iterator() {
        Iterator<Row> plain = rows.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return plain.hasNext();
            }

            @Override
            public CatalogRow next() {
                return new CatalogRow(Answer.this, plain.next());
            }
        };
    }
}
