package io.quarkiverse.dibs.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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

    /** In the order of their ids. */
    private final Map<ObjectId, DbObject> objects;
    private final Map<ObjectId, SortedIds> dependencies;
    private final SortedSet<Unmodelled> unmodelled;
    private final Set<String> castable;
    /** The same objects by their record, for those who ask for one kind only. */
    private final Map<Class<?>, List<DbObject>> byRecord = new HashMap<>();

    private Schema(Builder builder) {
        DbObject[] sorted = builder.objects.values().toArray(new DbObject[0]);
        Arrays.sort(sorted, (one, other) -> one.id().compareTo(other.id()));
        Map<ObjectId, DbObject> all = new LinkedHashMap<>(sorted.length * 2);
        List<DbObject> alike = null;
        for (DbObject object : sorted) {
            all.put(object.id(), object);
            if (alike == null || alike.get(0).getClass() != object.getClass()) {
                alike = byRecord.computeIfAbsent(object.getClass(), record -> new ArrayList<>());
            }
            alike.add(object);
        }
        this.objects = Collections.unmodifiableMap(all);
        this.dependencies = new HashMap<>(sorted.length * 2);
        List<ObjectId> needs = new ArrayList<>();
        ObjectId parent = null;
        SortedIds parentAlone = SortedIds.NONE;
        for (DbObject object : sorted) {
            ObjectId id = object.id();
            List<ObjectId> recorded = builder.recorded.get(id);
            Collection<ObjectId> references = object.references();
            boolean parentOnly = recorded == null && references.isEmpty() && id.parent() != null;
            if (parentOnly && id.parent() == parent) {
                // most objects are columns that come one after the other
                dependencies.put(id, parentAlone);
                continue;
            }
            needs.clear();
            for (ObjectId need : recorded == null ? List.<ObjectId> of() : recorded) {
                note(need, id, needs);
            }
            for (ObjectId need : references) {
                note(need, id, needs);
            }
            if (id.parent() != null) {
                note(id.parent(), id, needs);
            } else if (!id.schema().isEmpty()) {
                note(ObjectId.namespace(id.schema()), id, needs);
            }
            SortedIds set = SortedIds.of(needs);
            dependencies.put(id, set);
            if (parentOnly) {
                parent = id.parent();
                parentAlone = set;
            }
        }
        this.castable = Set.copyOf(builder.castable);
        this.unmodelled = Collections.unmodifiableSortedSet(new TreeSet<>(builder.unmodelled));
    }

    private void note(ObjectId need, ObjectId id, List<ObjectId> needs) {
        DbObject needed = need.equals(id) ? null : objects.get(need);
        if (needed != null) {
            // the id that the object itself has, so that one copy of each is kept
            needs.add(needed.id());
        }
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

    /** The objects that are of the given record, in order. */
    public <T extends DbObject> Stream<T> all(Class<T> type) {
        return byRecord.getOrDefault(type, List.of()).stream().map(type::cast);
    }

    /**
     * What must exist before the object can: its parent, what it names and what Postgres recorded; only objects of this schema.
     */
    public SortedSet<ObjectId> dependenciesOf(ObjectId id) {
        return dependencies.getOrDefault(id, SortedIds.NONE);
    }

    public SortedSet<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** The casts that came with extensions, as {@code source AS target}: facts about their types, no objects. */
    public Set<String> castable() {
        return castable;
    }

    /** A builder that starts with everything in this schema. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.objects.putAll(objects);
        dependencies.forEach((id, needs) -> builder.recorded.put(id, new ArrayList<>(needs)));
        builder.unmodelled.addAll(unmodelled);
        builder.castable.addAll(castable);
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

        /** In the order of adding, which is often nearly that of the ids and then quickly sorted. */
        private final Map<ObjectId, DbObject> objects = new LinkedHashMap<>();
        private final Map<ObjectId, List<ObjectId>> recorded = new HashMap<>();
        private final Set<Unmodelled> unmodelled = new TreeSet<>();
        private final Set<String> castable = new TreeSet<>();

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
            recorded.computeIfAbsent(dependent, id -> new ArrayList<>(2)).add(referenced);
            return this;
        }

        public Builder unmodelled(String kind, String name) {
            unmodelled.add(new Unmodelled(kind, name));
            return this;
        }

        public Builder castable(String cast) {
            castable.add(cast);
            return this;
        }

        public Schema build() {
            return new Schema(this);
        }
    }
}
