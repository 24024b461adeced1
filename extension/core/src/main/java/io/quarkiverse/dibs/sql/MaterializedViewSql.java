package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for materialized views. */
final class MaterializedViewSql implements KindSql<MaterializedView> {

    @Override
    public List<String> create(MaterializedView view, WriteContext context) {
        StringBuilder sql = new StringBuilder("CREATE MATERIALIZED VIEW ").append(Identifiers.qualify(view.id()));
        view.accessMethod().ifPresent(method -> sql.append(" USING ").append(Identifiers.quote(method)));
        if (!view.storageParameters().isEmpty()) {
            sql.append(" WITH ").append(Literals.storageParameters(view.storageParameters()));
        }
        view.tablespace().ifPresent(space -> sql.append(" TABLESPACE ").append(Identifiers.quote(space)));
        sql.append(" AS\n").append(Texts.statement(view.query())).append(view.populated() ? "" : "\nWITH NO DATA");
        return List.of(sql.toString());
    }

    @Override
    public List<String> drop(MaterializedView view, WriteContext context) {
        return List.of("DROP MATERIALIZED VIEW " + Identifiers.qualify(view.id()));
    }

    @Override
    public List<String> rename(MaterializedView from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(MaterializedView from, MaterializedView to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id()) + " ";
        return switch (aspect) {
            case MATERIALIZED_VIEW_STORAGE_PARAMETERS -> List.of(alter
                    + String.join(", ", Literals.storageChange(from.storageParameters(), to.storageParameters())));
            case MATERIALIZED_VIEW_ACCESS_METHOD ->
                List.of(alter + "SET ACCESS METHOD " + Identifiers.quote(to.accessMethod().orElse("heap")));
            case MATERIALIZED_VIEW_TABLESPACE ->
                List.of(alter + "SET TABLESPACE " + Identifiers.quote(to.tablespace().orElse("pg_default")));
            case MATERIALIZED_VIEW_POPULATED -> List.of("REFRESH MATERIALIZED VIEW " + Identifiers.qualify(to.id())
                    + (to.populated() ? "" : " WITH NO DATA"));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }
}
