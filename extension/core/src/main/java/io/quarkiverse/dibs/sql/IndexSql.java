package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for indexes that no constraint owns. */
final class IndexSql implements KindSql<Index> {

    @Override
    public List<String> create(Index index, WriteContext context) {
        StringBuilder sql = new StringBuilder(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                .append(context.concurrently() ? "CONCURRENTLY " : "")
                .append(Identifiers.quote(index.id().name()))
                .append(context.only() ? " ON ONLY " : " ON ").append(Identifiers.qualify(index.table()))
                .append(index.method().equals("btree") ? "" : " USING " + Identifiers.quote(index.method()))
                .append(index.keys().stream().map(IndexSql::key).collect(Collectors.joining(", ", " (", ")")));
        if (!index.include().isEmpty()) {
            sql.append(" INCLUDE (").append(Identifiers.list(index.include())).append(")");
        }
        sql.append(index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
        if (!index.storageParameters().isEmpty()) {
            sql.append(" WITH ").append(Literals.storageParameters(index.storageParameters()));
        }
        index.tablespace().ifPresent(space -> sql.append(" TABLESPACE ").append(Identifiers.quote(space)));
        index.predicate().ifPresent(predicate -> sql.append(" WHERE ").append(predicate.sqlToRead()));
        return List.of(sql.toString());
    }

    @Override
    public List<String> drop(Index index, WriteContext context) {
        return List.of("DROP INDEX " + (context.concurrently() ? "CONCURRENTLY " : "") + Identifiers.qualify(index.id()));
    }

    /** An index lives where its table does: only its name changes. */
    @Override
    public List<String> rename(Index from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), from.id().withName(to.name()));
    }

    @Override
    public List<String> alter(Index from, Index to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case INDEX_STORAGE_PARAMETERS ->
                KeySql.alterStorage(to.id(), from.storageParameters(), to.storageParameters());
            case INDEX_TABLESPACE -> KeySql.alterTablespace(to.id(), to.tablespace());
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    private static String key(Index.Key key) {
        StringBuilder sql = new StringBuilder(key.column().map(Identifiers::quote)
                .orElseGet(() -> Texts.parenthesized(key.expression().orElseThrow())));
        key.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        key.operatorClass().ifPresent(name -> sql.append(" ").append(name));
        if (!key.operatorClassParameters().isEmpty()) {
            sql.append(" ").append(Literals.storageParameters(key.operatorClassParameters()));
        }
        sql.append(key.descending() ? " DESC" : "");
        if (key.nullsFirst() != key.descending()) {
            sql.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return sql.toString();
    }
}
