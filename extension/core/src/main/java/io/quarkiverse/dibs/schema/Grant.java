package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The privileges that one grantee has from one grantor on the object that is the id's parent; the id's name is the grantee,
 * empty for {@code PUBLIC}, and its arguments are the grantor, empty for the owner. The value says whether the grant option
 * comes with it. What Postgres grants by default on a new object is not listed; where a default was taken away,
 * {@code revokedDefaults} names it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT, notes on who is the grantor</a>
 */
public record Grant(ObjectId id, SortedMap<String, Boolean> privileges, SortedSet<String> revokedDefaults) implements DbObject {

    public Grant {
        privileges = Copies.of(privileges);
        revokedDefaults = Collections.unmodifiableSortedSet(new TreeSet<>(revokedDefaults));
    }

    /** The identity of what {@code grantee} has from {@code grantor}; empty names are {@code PUBLIC} and the owner. */
    public static ObjectId idOf(ObjectId target, String grantee, String grantor) {
        return ObjectId.part(ObjectKind.GRANT, target, grantee).withArguments(grantor);
    }

    /** Who granted it, or an empty string for the owner. */
    public static String grantor(ObjectId grant) {
        return grant.arguments();
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
