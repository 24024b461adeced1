package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything one side says: the objects by identity, what Postgres recorded about who needs whom, and what is not modelled.
 * Immutable and sorted; two schemas with the same content are equal, print alike and hash alike in whatever order they were
 * read.
 */
public final class Schema {

    public static final Schema EMPTY = builder().build();

    private final SortedMap<ObjectId, DbObject> objects;
    private final Map<ObjectId, SortedSet<ObjectId>> dependencies;
    private final SortedSet<Unmodelled> unmodelled;

    private Schema(Builder builder) {
        this.objects = Collections.unmodifiableSortedMap(new TreeMap<>(builder.objects));
        Map<ObjectId, SortedSet<ObjectId>> all = new HashMap<>(objects.size() * 2);
        for (DbObject object : objects.values()) {
            ObjectId id = object.id();
            SortedSet<ObjectId> needs = new TreeSet<>(builder.recorded.getOrDefault(id, Collections.emptySortedSet()));
            needs.addAll(object.references());
            if (id.parent() != null) {
                needs.add(id.parent());
            } else if (!id.schema().isEmpty()) {
                needs.add(ObjectId.namespace(id.schema()));
            }
            needs.remove(id);
            needs.removeIf(need -> !builder.objects.containsKey(need));
            all.put(id, Collections.unmodifiableSortedSet(needs));
        }
        this.dependencies = all;
        this.unmodelled = Collections.unmodifiableSortedSet(new TreeSet<>(builder.unmodelled));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All objects, in the order of their ids. */
    public Collection<DbObject> objects() {
        return objects.values();
    }

    public Set<ObjectId> ids() {
        return objects.keySet();
    }

    public boolean contains(ObjectId id) {
        return objects.containsKey(id);
    }

    public Optional<DbObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** The object with the id as the given type, or empty when there is none. */
    public <T extends DbObject> Optional<T> find(ObjectId id, Class<T> type) {
        DbObject object = objects.get(id);
        return type.isInstance(object) ? Optional.of(type.cast(object)) : Optional.empty();
    }

    /** The objects of the given type, in order. */
    public <T extends DbObject> Stream<T> all(Class<T> type) {
        return objects.values().stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * What must exist before the object can: its parent, what it names and what Postgres recorded; only objects of this schema.
     */
    public SortedSet<ObjectId> dependenciesOf(ObjectId id) {
        return dependencies.getOrDefault(id, Collections.emptySortedSet());
    }

    public SortedSet<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** A builder that starts with everything in this schema. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.objects.putAll(objects);
        dependencies.forEach((id, needs) -> builder.recorded.put(id, new TreeSet<>(needs)));
        builder.unmodelled.addAll(unmodelled);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that && objects.equals(that.objects) && dependencies.equals(that.dependencies)
                && unmodelled.equals(that.unmodelled);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.values().stream().map(DbObject::toString).collect(Collectors.joining("\n"));
    }

    /** Collects objects in any order. Not thread-safe. */
    public static final class Builder {

        private final Map<ObjectId, DbObject> objects = new HashMap<>();
        private final Map<ObjectId, SortedSet<ObjectId>> recorded = new HashMap<>();
        private final Set<Unmodelled> unmodelled = new TreeSet<>();

        private Builder() {
        }

        /**
         * @throws IllegalArgumentException when an object of that identity is there already
         */
        public Builder add(DbObject object) {
            if (objects.putIfAbsent(object.id(), object) != null) {
                throw new IllegalArgumentException("there are two of " + object.id());
            }
            return this;
        }

        /** Adds the object or takes the place of the one with its identity. */
        public Builder put(DbObject object) {
            objects.put(object.id(), object);
            return this;
        }

        public Builder remove(ObjectId id) {
            objects.remove(id);
            recorded.remove(id);
            return this;
        }

        public boolean contains(ObjectId id) {
            return objects.containsKey(id);
        }

        /** Records that {@code dependent} needs {@code referenced}; an edge to an object that never comes is left out. */
        public Builder dependency(ObjectId dependent, ObjectId referenced) {
            recorded.computeIfAbsent(dependent, id -> new TreeSet<>()).add(referenced);
            return this;
        }

        public Builder unmodelled(String kind, String name) {
            unmodelled.add(new Unmodelled(kind, name));
            return this;
        }

        public Schema build() {
            return new Schema(this);
        }
    }
}
