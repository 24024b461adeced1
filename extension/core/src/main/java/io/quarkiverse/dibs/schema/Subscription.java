package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A subscription of logical replication. Its connection string may hold a password and is in no text for people.
 *
 * @param slot the replication slot on the publisher, or empty when it has none
 * @param twoPhase whether prepared transactions are sent; cannot be changed afterwards
 * @param options what {@code ALTER SUBSCRIPTION ... SET} takes beside the slot, each with its value
 */
public record Subscription(ObjectId id, String connection, List<String> publications, boolean enabled, Optional<String> slot,
        boolean twoPhase, SortedMap<String, String> options) implements DbObject {

    public Subscription {
        publications = List.copyOf(publications);
        options = Copies.of(options);
    }

    /** The same with its publications in order of name: the order they were named in means nothing. */
    public Subscription sorted() {
        return new Subscription(id, connection, publications.stream().sorted().toList(), enabled, slot, twoPhase, options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Subscription renamed(IdMap ids) {
        return new Subscription(ids.map(id), connection, publications, enabled, slot, twoPhase, options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "Subscription[id=" + id + ", publications=" + publications + ", enabled=" + enabled + ", slot=" + slot
                + ", twoPhase=" + twoPhase + ", options=" + options + "]";
    }
}
