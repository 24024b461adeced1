package io.quarkiverse.dibs.diff;

import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;

/** A sequence that one column owns is known by that column, whatever its name: its numbers go on under the new one. */
final class OwnedSequences {

    private OwnedSequences() {
    }

    /** Identity in {@code from} to identity in {@code to} of those that one column owns. */
    static Map<ObjectId, ObjectId> pairs(Schema from, Schema to) {
        Map<ObjectId, ObjectId> wanted = new TreeMap<>();
        owned(to, from).forEach((sequence, column) -> wanted.putIfAbsent(column, sequence));
        Map<ObjectId, ObjectId> pairs = new TreeMap<>();
        owned(from, to).forEach((sequence, column) -> {
            ObjectId successor = wanted.remove(column);
            if (successor != null) {
                pairs.put(sequence, successor);
            }
        });
        return pairs;
    }

    /** The sequences that the other schema has not, and whose they are. */
    private static Map<ObjectId, ObjectId> owned(Schema schema, Schema other) {
        Map<ObjectId, ObjectId> owned = new TreeMap<>();
        schema.all(SequenceOwnership.class).filter(each -> !other.contains(each.id().parent()))
                .forEach(each -> owned.put(each.id().parent(), each.column()));
        return owned;
    }
}
