package io.quarkiverse.dibs.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Which of the declared renames are still to be done: the former name is there, the present one is wanted and not there yet (or
 * is itself renamed away, as when two names are swapped). A declaration may stay in the source for ever.
 */
final class ResolvedRenames {

    /** A part's former name is given under the present one of what it is a part of. */
    private static final int PARTS = 3;

    private ResolvedRenames() {
    }

    static RenameMap of(DiffOptions options, Schema from, Schema to) {
        List<Intent.Rename> declared = options.renames();
        if (declared.isEmpty()) {
            return RenameMap.NONE;
        }
        // what an identity is made of comes before it: schemas, the types of arguments, the object of a part
        Map<Integer, List<Intent.Rename>> stages = declared.stream()
                .collect(Collectors.groupingBy(rename -> stage(rename.to()), TreeMap::new, Collectors.toList()));
        Map<ObjectId, ObjectId> resolved = new TreeMap<>();
        stages.forEach((stage, renames) -> {
            RenameMap before = new RenameMap(resolved);
            resolve(stage == PARTS ? renames
                    : renames.stream().map(rename -> new Intent.Rename(before.map(rename.from()), rename.to())).toList(),
                    RenamedSchema.of(from, before), to, options.target() == DiffOptions.Target.COMPLETE, resolved);
        });
        return new RenameMap(resolved);
    }

    /** What an object is called from when another has its name until it is dropped. */
    private static ObjectId displaced(ObjectId id, Schema from, Schema to) {
        ObjectId name = id;
        do {
            name = name.withName(Identifiers.shorten("__dibs_former_" + name.name()));
        } while (from.contains(name) || to.contains(name));
        return name;
    }

    /** What goes with the object and has a name of its own in the schema. */
    private static Stream<ObjectId> partsOf(ObjectId id, Schema from) {
        return Stream.concat(
                from.all(SequenceOwnership.class).filter(owned -> owned.column().isWithin(id))
                        .map(owned -> owned.id().parent()),
                from.all(Index.class).filter(index -> index.table().equals(id)).map(Index::id));
    }

    private static int stage(ObjectId id) {
        if (id.parent() != null) {
            return PARTS;
        }
        return id.kind() == ObjectKind.NAMESPACE ? 0 : id.arguments().isEmpty() ? 1 : 2;
    }

    /**
     * @param displace whether what has the name and is nowhere wanted goes for it; a declaration that stays in a source may be
     *        old, and what has the name then is what it was about
     */
    private static void resolve(List<Intent.Rename> declared, Schema from, Schema to, boolean displace,
            Map<ObjectId, ObjectId> resolved) {
        Set<ObjectId> leaving = declared.stream().map(Intent.Rename::from).collect(Collectors.toSet());
        Map<ObjectId, ObjectId> sources = new HashMap<>();
        Map<ObjectId, ObjectId> targets = new HashMap<>();
        for (Intent.Rename rename : declared) {
            boolean taken = from.contains(rename.to()) && !leaving.contains(rename.to());
            boolean displaces = displace && taken && !to.contains(rename.from());
            boolean due = EnumLabels.contains(from, rename.from()) && EnumLabels.contains(to, rename.to())
                    && (!EnumLabels.contains(from, rename.to()) || leaving.contains(rename.to()) || displaces);
            if (!due || rename.from().equals(rename.to())) {
                continue;
            }
            ObjectId other = sources.putIfAbsent(rename.to(), rename.from());
            if (other != null && !other.equals(rename.from())) {
                throw new DibsException(Problem.of("DIBS-0401", Category.BUILD, "two renames to one name: " + other.display()
                        + " and " + rename.from().display() + " are both to become " + rename.to().display())
                        .remedy("Keep the one whose data is meant and drop or rename the other."));
            }
            ObjectId claimed = targets.putIfAbsent(rename.from(), rename.to());
            if (claimed != null && !claimed.equals(rename.to())) {
                throw new DibsException(Problem.of("DIBS-0401", Category.BUILD, "two renames of one: " + rename.from().display()
                        + " is to become both " + claimed.display() + " and " + rename.to().display())
                        .remedy("Keep the declaration of the one that takes the data over, and remove the other."));
            }
            resolved.put(rename.from(), rename.to());
            if (displaces) {
                resolved.put(rename.to(), displaced(rename.to(), from, to));
                partsOf(rename.to(), from).forEach(part -> resolved.put(part, displaced(part, from, to)));
            }
        }
    }
}
