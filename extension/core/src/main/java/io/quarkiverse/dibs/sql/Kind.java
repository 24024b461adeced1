package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;

/** An object together with the SQL of its kind. */
record Kind<T extends DbObject>(T object, Class<T> type, KindSql<T> sql) {

    static Kind<?> of(DbObject object) {
        throw new UnsupportedOperationException("being written: " + object.id());
    }

    List<String> create(WriteContext context) {
        return sql.create(object, context);
    }

    List<String> drop(WriteContext context) {
        return sql.drop(object, context);
    }

    List<String> rename(ObjectId to, WriteContext context) {
        return sql.rename(object, to, context);
    }

    List<String> alter(Alteration alteration, WriteContext context) {
        return sql.alter(object, type.cast(alteration.to()), alteration.aspect(), context);
    }
}
