package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.View;

/** SQL for views. */
final class ViewSql implements KindSql<View> {

    @Override
    public List<String> create(View view, WriteContext context) {
        return List.of("CREATE VIEW " + definition(view));
    }

    @Override
    public List<String> drop(View view, WriteContext context) {
        return List.of("DROP VIEW " + Identifiers.qualify(view.id()));
    }

    @Override
    public List<String> rename(View from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(View from, View to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case VIEW_QUERY -> List.of("CREATE OR REPLACE VIEW " + definition(to));
            case VIEW_OPTIONS -> Literals.storageChange(from.options(), to.options()).stream()
                    .map(action -> ObjectNames.alter(to.id()) + " " + action).toList();
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    private static String definition(View view) {
        return Identifiers.qualify(view.id())
                + (view.options().isEmpty() ? "" : " WITH " + Literals.storageParameters(view.options())) + " AS\n"
                + Texts.statement(view.query());
    }
}
