package io.quarkiverse.dibs.postgres.operation;

import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Schema;

/**
 * A dump without rows says of every materialized view that it has no data, and nobody who wrote that in a file means that the
 * data of a view in use is to go: such a view cannot be read until it is refreshed.
 */
final class ViewsWithData {

    private ViewsWithData() {
    }

    /** The schema with data in the views that have some on the other side. */
    static Side of(Side side, Side other) {
        Schema.Builder schema = null;
        for (MaterializedView view : side.schema().all(MaterializedView.class).toList()) {
            if (!view.populated() && other.schema().find(view.id(), MaterializedView.class)
                    .filter(MaterializedView::populated).isPresent()) {
                schema = schema == null ? side.schema().toBuilder() : schema;
                schema.put(new MaterializedView(view.id(), view.columns(), view.query(), view.storageParameters(),
                        view.accessMethod(), view.tablespace(), true));
            }
        }
        return schema == null ? side : side.withSchema(schema.build());
    }
}
