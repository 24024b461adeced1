package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;

/** The statements for one kind of object. Stateless; every statement is schema-qualified and has no semicolon at its end. */
interface KindSql<T extends DbObject> {

    List<String> create(T object, WriteContext context);

    List<String> drop(T object, WriteContext context);

    List<String> rename(T from, ObjectId to, WriteContext context);

    List<String> alter(T from, T to, Aspect aspect, WriteContext context);

    /** For a kind that Postgres cannot rename, or that has no name of its own. */
    static List<String> cannotRename(DbObject object) {
        throw new IllegalArgumentException(object.id() + " has no name that can be changed");
    }

    /** For an aspect that the object does not have. */
    static List<String> cannotAlter(DbObject object, Aspect aspect) {
        throw new IllegalArgumentException(object.id() + " has no " + aspect.writtenName() + " that can be altered");
    }
}
