package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The privileges of one grantee on the object that is the id's parent; the id's name is the grantee, empty for
 * {@code PUBLIC}. The value says whether the grant option comes with it. What Postgres grants by default on a new object is not
 * listed; where a default was taken away, {@code revokedDefaults} names it.
 */
public record Grant(ObjectId id, SortedMap<String, Boolean> privileges, SortedSet<String> revokedDefaults) implements DbObject {

    public Grant {
        privileges = Copies.of(privileges);
        revokedDefaults = Collections.unmodifiableSortedSet(new TreeSet<>(revokedDefaults));
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Grant renamed(IdMap ids) {
        return new Grant(ids.map(id), privileges, revokedDefaults);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
