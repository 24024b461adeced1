package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.ObjectId;

/**
 * Declared renames in a ring. Before: a called b, b called a. After: the same names, so that nothing tells whether it was done
 * already, and a declaration that stays would do it again.
 */
public final class SwappedNames {

    private SwappedNames() {
    }

    /** A sentence for each ring. */
    public static List<String> warnings(SortedMap<ObjectId, ObjectId> renames) {
        List<String> warnings = new ArrayList<>();
        TreeSet<ObjectId> told = new TreeSet<>();
        for (Map.Entry<ObjectId, ObjectId> rename : renames.entrySet()) {
            List<ObjectId> ring = new ArrayList<>(List.of(rename.getKey()));
            ObjectId next = rename.getValue();
            while (next != null && !ring.contains(next)) {
                ring.add(next);
                next = renames.get(next);
            }
            if (rename.getKey().equals(next) && ring.size() > 1 && told.addAll(ring)) {
                warnings.add(ring.stream().map(ObjectId::display).collect(Collectors.joining(" and ")) + " change names with "
                        + "each other. Remove the declarations of it once it is migrated: they would do it again.");
            }
        }
        return warnings;
    }
}
