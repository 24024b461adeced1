package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PrimaryKey;

/** SQL for primary keys. */
final class PrimaryKeySql implements KindSql<PrimaryKey> {

    @Override
    public List<String> create(PrimaryKey key, WriteContext context) {
        return ConstraintSql.add(key, context);
    }

    @Override
    public List<String> drop(PrimaryKey key, WriteContext context) {
        return ConstraintSql.drop(key, context);
    }

    @Override
    public List<String> rename(PrimaryKey from, ObjectId to, WriteContext context) {
        return ConstraintSql.rename(from, to);
    }

    @Override
    public List<String> alter(PrimaryKey from, PrimaryKey to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case KEY_STORAGE_PARAMETERS -> KeySql.alterStorage(to.id(), from.storageParameters(), to.storageParameters());
            case KEY_TABLESPACE -> KeySql.alterTablespace(to.id(), to.tablespace());
            default -> KindSql.cannotAlter(from, aspect);
        };
    }
}
