package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.View;

/** Compares views and materialized views. */
final class ViewComparison {

    private ViewComparison() {
    }

    static Difference compare(View from, View to) {
        boolean appended = to.columns().size() >= from.columns().size()
                && to.columns().subList(0, from.columns().size()).equals(from.columns());
        return new Verdict<>(from, to)
                .refuse(!appended, "the columns a view has cannot be changed, only followed by others")
                .aspect(!from.query().equals(to.query()) || !from.columns().equals(to.columns()), Aspect.VIEW_QUERY)
                .aspect(View::options, Aspect.VIEW_OPTIONS).difference();
    }

    static Difference compare(MaterializedView from, MaterializedView to, int major) {
        return new Verdict<>(from, to)
                .fixed(MaterializedView::query, "the query of a materialized view cannot be changed")
                .fixed(MaterializedView::columns, "the columns of a materialized view cannot be changed")
                .aspectIf(major >= 15, MaterializedView::accessMethod, Aspect.MATERIALIZED_VIEW_ACCESS_METHOD,
                        "before Postgres 15 the access method of a materialized view cannot be changed")
                .aspect(MaterializedView::tablespace, Aspect.MATERIALIZED_VIEW_TABLESPACE)
                .aspect(MaterializedView::storageParameters, Aspect.MATERIALIZED_VIEW_STORAGE_PARAMETERS)
                .aspect(MaterializedView::populated, Aspect.MATERIALIZED_VIEW_POPULATED).difference();
    }
}
