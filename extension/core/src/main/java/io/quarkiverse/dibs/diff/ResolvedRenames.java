package io.quarkiverse.dibs.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Which of the declared renames are still to be done: the former name is there, the present one is wanted and not there yet (or
 * is itself renamed away, as when two names are swapped). A declaration may stay in the source for ever.
 */
final class ResolvedRenames {

    private ResolvedRenames() {
    }

    static RenameMap of(List<Intent.Rename> declared, Schema from, Schema to) {
        if (declared.isEmpty()) {
            return RenameMap.NONE;
        }
        Map<ObjectId, ObjectId> resolved = new TreeMap<>();
        resolve(declared.stream().filter(rename -> rename.to().parent() == null).toList(), from, to, resolved);
        List<Intent.Rename> parts = declared.stream().filter(rename -> rename.to().parent() != null).toList();
        if (!parts.isEmpty()) {
            resolve(parts, RenamedSchema.of(from, new RenameMap(resolved)), to, resolved);
        }
        return new RenameMap(resolved);
    }

    private static void resolve(List<Intent.Rename> declared, Schema from, Schema to, Map<ObjectId, ObjectId> resolved) {
        Set<ObjectId> leaving = declared.stream().map(Intent.Rename::from).collect(Collectors.toSet());
        Map<ObjectId, ObjectId> taken = new HashMap<>();
        for (Intent.Rename rename : declared) {
            boolean due = from.contains(rename.from()) && to.contains(rename.to())
                    && (!from.contains(rename.to()) || leaving.contains(rename.to()));
            if (!due || rename.from().equals(rename.to())) {
                continue;
            }
            ObjectId other = taken.putIfAbsent(rename.to(), rename.from());
            if (other != null && !other.equals(rename.from())) {
                throw new DibsException(Problem.of("DIBS-0401", Category.BUILD, "two renames to one name: " + other.display()
                        + " and " + rename.from().display() + " are both to become " + rename.to().display())
                        .remedy("Keep the one whose data is meant and drop or rename the other."));
            }
            resolved.put(rename.from(), rename.to());
        }
    }
}
