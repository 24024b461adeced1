package io.quarkiverse.dibs.diff;

import java.util.Objects;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;

/** One thing that is done to one object. A replacement is a drop and a create. Immutable. */
public sealed interface Change {

    /** The object the change is about; for a rename the identity it has before. */
    ObjectId id();

    <R> R accept(Visitor<R> visitor);

    /** The object comes into being. */
    record Create(DbObject object) implements Change {

        public Create {
            Objects.requireNonNull(object);
        }

        @Override
        public ObjectId id() {
            return object.id();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The object goes away, and with it only what is a part of it; never anything that depends on it. */
    record Drop(DbObject object) implements Change {

        public Drop {
            Objects.requireNonNull(object);
        }

        @Override
        public ObjectId id() {
            return object.id();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** One aspect of the object changes in place. */
    record Alter(Alteration alteration) implements Change {

        public Alter {
            Objects.requireNonNull(alteration);
        }

        @Override
        public ObjectId id() {
            return alteration.to().id();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The object gets another name, another schema or both; everything that depends on it follows. */
    record Rename(DbObject from, ObjectId to) implements Change {

        public Rename {
            if (from.id().equals(to) || from.id().kind() != to.kind()) {
                throw new IllegalArgumentException(from.id() + " cannot be renamed to " + to);
            }
        }

        @Override
        public ObjectId id() {
            return from.id();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** One method for each way to change an object; none has a default, so a new way breaks every place that must know it. */
    interface Visitor<R> {

        R visit(Create create);

        R visit(Drop drop);

        R visit(Alter alter);

        R visit(Rename rename);
    }
}
