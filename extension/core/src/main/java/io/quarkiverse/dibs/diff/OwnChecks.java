package io.quarkiverse.dibs.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Unmodelled;

/**
 * Checks that a table has of its own before and from a parent afterwards, or the other way, while it stays below its parents. A
 * parent's new check leaves the child's its own, and a parent's that goes takes the child's along.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-inherit.html">inheritance</a>
 */
final class OwnChecks {

    private final Schema schema;
    private final Map<ObjectId, Set<ObjectId>> parents = new HashMap<>();

    private OwnChecks(Schema schema) {
        this.schema = schema;
        schema.all(Inheritance.class)
                .forEach(tie -> parents.computeIfAbsent(tie.id().parent(), table -> new HashSet<>()).add(tie.inherits()));
        schema.all(Partition.class)
                .forEach(tie -> parents.computeIfAbsent(tie.id().parent(), table -> new HashSet<>()).add(tie.partitionOf()));
    }

    /** What has to go and come, with the reason. */
    static SortedMap<ObjectId, String> remade(Schema from, Schema to, Set<ObjectId> inheritedBefore,
            Set<ObjectId> inheritedAfter) {
        SortedMap<ObjectId, String> remade = new TreeMap<>();
        if (inheritedBefore.isEmpty() && inheritedAfter.isEmpty()) {
            return remade;
        }
        OwnChecks before = new OwnChecks(from);
        OwnChecks after = new OwnChecks(to);
        changing(before, after, inheritedBefore, inheritedAfter).forEach(id -> {
            // Postgres makes the check of a partition its parent's by itself
            boolean becomesParents = inheritedAfter.contains(id) && !from.contains(Partition.idOf(id.parent()))
                    && !before.isHandedDown(id);
            boolean becomesOwn = inheritedBefore.contains(id) && !after.isHandedDown(id);
            if (becomesParents) {
                remade.put(id, "the check is to be its parent's");
            } else if (becomesOwn) {
                remade.put(id, "the check goes with its parent's");
            }
        });
        return remade;
    }

    /** What stays as it is although it differs: whether a table says a check that its parent hands down once more. */
    static Stream<Unmodelled> unreachable(Schema from, Schema to, Set<ObjectId> inheritedBefore,
            Set<ObjectId> inheritedAfter) {
        if (inheritedBefore.isEmpty() && inheritedAfter.isEmpty()) {
            return Stream.empty();
        }
        OwnChecks before = new OwnChecks(from);
        OwnChecks after = new OwnChecks(to);
        return changing(before, after, inheritedBefore, inheritedAfter)
                .filter(id -> before.isHandedDown(id) && after.isHandedDown(id))
                .map(id -> new Unmodelled(inheritedAfter.contains(id)
                        ? "check that its table is to have from a parent alone, but has of its own too:"
                        : "check that its table is to have of its own too, but has from a parent alone:", id.display()));
    }

    private static Stream<ObjectId> changing(OwnChecks before, OwnChecks after, Set<ObjectId> inheritedBefore,
            Set<ObjectId> inheritedAfter) {
        return Stream.concat(inheritedBefore.stream(), inheritedAfter.stream()).filter(id -> id.kind() == ObjectKind.CHECK
                && before.schema.contains(id) && after.schema.contains(id)
                && inheritedBefore.contains(id) != inheritedAfter.contains(id)
                && before.parentsOf(id).equals(after.parentsOf(id)));
    }

    private Set<ObjectId> parentsOf(ObjectId check) {
        return parents.getOrDefault(check.parent(), Set.of());
    }

    /** Whether a table above has a check of the name. */
    private boolean isHandedDown(ObjectId check) {
        Set<ObjectId> above = new HashSet<>();
        Deque<ObjectId> queue = new ArrayDeque<>(List.of(check.parent()));
        while (!queue.isEmpty()) {
            parents.getOrDefault(queue.remove(), Set.of()).stream().filter(above::add).forEach(queue::add);
        }
        return above.stream().anyMatch(table -> schema.contains(check.withParent(table)));
    }
}
