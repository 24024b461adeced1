package io.quarkiverse.dibs.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Finds constraints and indexes of one table that are the same but for their names. Only objects that the other side has no
 * namesake for are paired, in the order of their names, so that a pair is never ambiguous.
 */
final class StructureMatch {

    private StructureMatch() {
    }

    /** Identity in {@code from} to identity in {@code to}. */
    static SortedMap<ObjectId, ObjectId> pairs(Schema from, Schema to) {
        if (to.objects().stream().noneMatch(object -> isMatched(object.id()) && !from.contains(object.id()))) {
            return new TreeMap<>();
        }
        Set<ObjectId> losing = new HashSet<>();
        for (DbObject object : from.objects()) {
            if (isMatched(object.id()) && !to.contains(object.id())) {
                losing.add(holder(object));
            }
        }
        Map<DbObject, Deque<ObjectId>> candidates = new HashMap<>();
        for (DbObject object : losing.isEmpty() ? List.<DbObject> of() : to.objects()) {
            if (isMatched(object.id()) && losing.contains(holder(object)) && !from.contains(object.id())) {
                candidates.computeIfAbsent(nameless(object), shape -> new ArrayDeque<>()).add(object.id());
            }
        }
        SortedMap<ObjectId, ObjectId> pairs = new TreeMap<>();
        if (candidates.isEmpty()) {
            return pairs;
        }
        for (DbObject object : from.objects()) {
            if (isMatched(object.id()) && !to.contains(object.id())) {
                Deque<ObjectId> same = candidates.get(nameless(object));
                if (same != null && !same.isEmpty()) {
                    pairs.put(object.id(), same.removeFirst());
                }
            }
        }
        indexesOfPartitions(from, to, pairs);
        return pairs;
    }

    /** A partition's part of a partitioned index never goes alone, so one with other parameters is still the same one. */
    private static void indexesOfPartitions(Schema from, Schema to, SortedMap<ObjectId, ObjectId> pairs) {
        Map<List<ObjectId>, Index> wanted = new HashMap<>();
        for (IndexPartition tie : to.all(IndexPartition.class).toList()) {
            ObjectId part = tie.id().parent();
            if (!from.contains(part) && !pairs.containsValue(part)) {
                to.find(part, Index.class).ifPresent(index -> wanted.put(List.of(index.table(), tie.partitionOf()), index));
            }
        }
        for (IndexPartition tie : wanted.isEmpty() ? List.<IndexPartition> of() : from.all(IndexPartition.class).toList()) {
            ObjectId part = tie.id().parent();
            ObjectId whole = pairs.getOrDefault(tie.partitionOf(), tie.partitionOf());
            if (!to.contains(part) && !pairs.containsKey(part)) {
                from.find(part, Index.class)
                        .filter(index -> isSameButForParameters(index, wanted.get(List.of(index.table(), whole))))
                        .ifPresent(index -> pairs.put(part, wanted.get(List.of(index.table(), whole)).id()));
            }
        }
    }

    private static boolean isSameButForParameters(Index index, Index other) {
        return other != null && nameless(withoutParameters(index)).equals(nameless(withoutParameters(other)));
    }

    private static Index withoutParameters(Index index) {
        return new Index(index.id(), index.table(), index.method(), index.unique(), index.nullsNotDistinct(), index.keys(),
                index.include(), index.predicate(), new TreeMap<>(), Optional.empty(), index.valid());
    }

    private static boolean isMatched(ObjectId id) {
        return id.kind() == ObjectKind.INDEX || id.kind().isConstraint();
    }

    private static ObjectId holder(DbObject object) {
        return object instanceof Index index ? index.table() : object.id().parent();
    }

    private static DbObject nameless(DbObject object) {
        ObjectId id = object.id();
        ObjectId blank = object instanceof Index index
                ? ObjectId.inSchema(ObjectKind.INDEX, index.table().schema(), "")
                : id.withName("");
        return object.renamed(other -> other.equals(id) ? blank : other);
    }
}
