package io.quarkiverse.dibs.postgres.catalog;

import java.util.Optional;

import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.ObjectId;

/** Decodes comments on everything that is listed. */
final class Comments {

    private final Catalog catalog;

    Comments(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.COMMENTS)) {
            long source = row.getLong(0);
            ObjectId target = catalog.target(new Catalog.Address(source, row.getLong(1), row.getInteger(2)));
            if (target == null || catalog.isAlias(source, row.getLong(1))) {
                continue;
            }
            ObjectId id = source == Pg.CLASS && target.kind().isConstraint() ? Comment.idOfIndex(target)
                    : Comment.idOf(target);
            catalog.schema.add(new Comment(id, row.getString(3), Optional.ofNullable(row.getString(4))));
            catalog.attach(id);
        }
    }
}
