package io.quarkiverse.dibs.schema;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;

/** A few ids in order, in one array: a schema has such a set for each of its objects. Immutable. */
public final class SortedIds extends AbstractSet<ObjectId> implements SortedSet<ObjectId> {

    static final SortedIds NONE = new SortedIds(new ObjectId[0]);

    private final ObjectId[] ids;

    private SortedIds(ObjectId[] ids) {
        this.ids = ids;
    }

    /** The ids, each once. */
    public static SortedIds of(Collection<ObjectId> ids) {
        if (ids.isEmpty()) {
            return NONE;
        }
        ObjectId[] sorted = ids.toArray(new ObjectId[0]);
        if (sorted.length == 1) {
            return new SortedIds(sorted);
        }
        Arrays.sort(sorted);
        int size = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (!sorted[i].equals(sorted[size - 1])) {
                sorted[size++] = sorted[i];
            }
        }
        return new SortedIds(size == sorted.length ? sorted : Arrays.copyOf(sorted, size));
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public boolean contains(Object id) {
        return id instanceof ObjectId other && Arrays.binarySearch(ids, other) >= 0;
    }

    @Override
    public Iterator<ObjectId> iterator() {
        return Arrays.asList(ids).iterator();
    }

    /** The natural order. */
    @Override
    public Comparator<? super ObjectId> comparator() {
        return null;
    }

    @Override
    public SortedSet<ObjectId> subSet(ObjectId from, ObjectId to) {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException(from + " comes after " + to);
        }
        return range(position(from), position(to));
    }

    @Override
    public SortedSet<ObjectId> headSet(ObjectId to) {
        return range(0, position(to));
    }

    @Override
    public SortedSet<ObjectId> tailSet(ObjectId from) {
        return range(position(from), ids.length);
    }

    @Override
    public ObjectId first() {
        if (ids.length == 0) {
            throw new NoSuchElementException();
        }
        return ids[0];
    }

    @Override
    public ObjectId last() {
        if (ids.length == 0) {
            throw new NoSuchElementException();
        }
        return ids[ids.length - 1];
    }

    private int position(ObjectId id) {
        int found = Arrays.binarySearch(ids, id);
        return found < 0 ? -found - 1 : found;
    }

    private SortedIds range(int from, int to) {
        return new SortedIds(Arrays.copyOfRange(ids, from, to));
    }
}
