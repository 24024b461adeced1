package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Compares two schemas object by object. Knows nothing about order and writes no SQL; what is the same thing under another name
 * is settled here, before anything is compared.
 */
public final class Differ {

    private Differ() {
    }

    /**
     * @throws io.quarkiverse.dibs.error.DibsException when declared renames contradict each other (DIBS-0401)
     */
    public static Diff diff(Schema source, Schema target, DiffOptions options) {
        Schema moved = MovedExtensions.follow(source, target);
        RenameMap renames = FollowingColumns.withoutThem(ResolvedRenames.of(options, moved, target), moved);
        Schema from = MovedWithTables.renamed(moved, renames);
        renames = MovedWithTables.withoutMoves(renames, from);
        Schema to = target;
        SortedMap<ObjectId, ObjectId> matched = StructureMatch.pairs(from, to);
        if (options.target() == DiffOptions.Target.COMPLETE) {
            matched.putAll(OwnedSequences.pairs(from, to));
        }
        SortedSet<ObjectId> unmanaged = new TreeSet<>();
        if (options.target() == DiffOptions.Target.ENTITIES) {
            // a name that entities did not choose is no difference: the wanted object takes the one that is there
            Map<ObjectId, ObjectId> presentNames = new TreeMap<>();
            matched.forEach((present, wanted) -> presentNames.put(wanted, present));
            to = RenamedSchema.of(to, new RenameMap(presentNames));
            EntityScope scope = EntityScope.of(from, to, options.managedTables(), options.saidInFull());
            unmanaged.addAll(scope.unmanaged());
            from = scope.from();
            to = scope.to();
        } else if (!matched.isEmpty()) {
            from = RenamedSchema.of(from, new RenameMap(matched));
            Map<ObjectId, ObjectId> all = new TreeMap<>(renames.renames());
            all.putAll(matched);
            renames = new RenameMap(all);
        }
        InheritedChecks.Result before = new InheritedChecks.Result(from, Set.of());
        InheritedChecks.Result after = new InheritedChecks.Result(to, Set.of());
        List<ObjectId> baseTypes = List.of();
        if (options.target() == DiffOptions.Target.COMPLETE) {
            baseTypes = KeptBaseTypes.between(from, to);
            to = KeptBaseTypes.reachable(from, to, baseTypes);
            before = InheritedChecks.in(from);
            after = InheritedChecks.in(to);
            from = before.schema();
            to = after.schema();
            KeysOfPartitions.Result keys = KeysOfPartitions.between(from, to);
            from = keys.from();
            to = keys.to();
            before = before.with(from, keys.before());
            after = after.with(to, keys.after());
            to = RowAliases.reachable(from, NotNullNames.reachable(from, to));
        }
        List<Change> changes = renamed(source, from, renames);
        SortedMap<ObjectId, String> replaced = new TreeMap<>();
        compare(from, to, before.inherited(), after.inherited(), options.serverMajor(), changes, replaced);
        TreeSet<io.quarkiverse.dibs.schema.Unmodelled> unmodelled = new TreeSet<>(source.unmodelled());
        if (options.target() == DiffOptions.Target.COMPLETE) {
            // what both sides have alike is no news
            unmodelled.removeAll(target.unmodelled());
            Unreachable.between(from, to).forEach(unmodelled::add);
            OwnChecks.unreachable(from, to, before.inherited(), after.inherited()).forEach(unmodelled::add);
            baseTypes.forEach(type -> unmodelled.add(new io.quarkiverse.dibs.schema.Unmodelled(
                    "base type that stays as it is, for only CASCADE drops one:", type.display())));
        }
        // files beside entities may say something that has no model, too
        target.unmodelled().stream().filter(other -> !source.unmodelled().contains(other)).forEach(unmodelled::add);
        return new Diff(source, from, to, renames, changes, replaced, unmanaged, unmodelled, LikelyRenames.among(from, to),
                before.inherited(), after.inherited());
    }

    /**
     * The way of a diff from another start to another end: renames and scope stay as they are. For a plan that is to stop
     * short of what was wanted.
     */
    public static Diff between(Schema from, Schema to, Diff diff, int serverMajor) {
        List<Change> changes = renamed(diff.source(), from, diff.renames());
        SortedMap<ObjectId, String> replaced = new TreeMap<>();
        compare(from, to, diff.inheritedBefore(), diff.inheritedAfter(), serverMajor, changes, replaced);
        return new Diff(diff.source(), from, to, diff.renames(), changes, replaced, diff.unmanaged(), diff.unmodelled(),
                diff.questions(), diff.inheritedBefore(), diff.inheritedAfter());
    }

    /**
     * The same way with more renames at its start: of objects that no declared rename is about, for a plan in which they step
     * aside.
     *
     * @param more present to other identities; a part's present one is under the other one of its parent
     */
    public static Diff renamedFurther(Diff diff, Map<ObjectId, ObjectId> more, int serverMajor) {
        RenameMap aside = new RenameMap(more);
        Schema from = RenamedSchema.of(diff.from(), aside);
        Map<ObjectId, ObjectId> all = new TreeMap<>(diff.renames().renames());
        all.putAll(more);
        RenameMap renames = new RenameMap(all);
        List<Change> changes = renamed(diff.source(), from, renames);
        SortedMap<ObjectId, String> replaced = new TreeMap<>();
        Set<ObjectId> inherited = new TreeSet<>();
        diff.inheritedBefore().forEach(id -> inherited.add(aside.map(id)));
        compare(from, diff.to(), inherited, diff.inheritedAfter(), serverMajor, changes, replaced);
        return new Diff(diff.source(), from, diff.to(), renames, changes, replaced, diff.unmanaged(), diff.unmodelled(),
                diff.questions(), inherited, diff.inheritedAfter());
    }

    private static List<Change> renamed(Schema source, Schema from, RenameMap renames) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<ObjectId, ObjectId> rename : renames.renames().entrySet()) {
            from.find(rename.getValue())
                    .map(object -> object.renamed(id -> id.equals(rename.getValue()) ? rename.getKey() : id))
                    .ifPresent(object -> changes.add(new Change.Rename(object, rename.getValue())));
        }
        changes.addAll(EnumLabels.changes(source, renames));
        return changes;
    }

    private static void compare(Schema from, Schema to, Set<ObjectId> inheritedBefore, Set<ObjectId> inheritedAfter,
            int serverMajor, List<Change> changes, SortedMap<ObjectId, String> replaced) {
        // both are in order, so one walk along both finds each pair
        SortedMap<ObjectId, String> remade = new TreeMap<>(RemadeInheritances.between(from, to));
        remade.putAll(OwnChecks.remade(from, to, inheritedBefore, inheritedAfter));
        Iterator<DbObject> befores = from.objects().iterator();
        Iterator<DbObject> afters = to.objects().iterator();
        DbObject before = next(befores);
        DbObject after = next(afters);
        while (before != null || after != null) {
            int order = before == null ? 1 : after == null ? -1 : before.id().compareTo(after.id());
            if (order > 0) {
                changes.add(new Change.Create(after));
                after = next(afters);
            } else if (order < 0) {
                changes.add(new Change.Drop(before));
                before = next(befores);
            } else {
                if (remade.containsKey(before.id())) {
                    replaced.put(before.id(), remade.get(before.id()));
                    changes.add(new Change.Drop(before));
                    changes.add(new Change.Create(after));
                } else if (!before.equals(after)) {
                    compare(before, after, serverMajor, changes, replaced);
                }
                before = next(befores);
                after = next(afters);
            }
        }
    }

    private static DbObject next(Iterator<DbObject> objects) {
        return objects.hasNext() ? objects.next() : null;
    }

    private static void compare(DbObject before, DbObject after, int serverMajor, List<Change> changes,
            SortedMap<ObjectId, String> replaced) {
        Difference difference = Comparison.compare(before, after, serverMajor);
        if (difference instanceof Difference.Altered altered) {
            altered.alterations().forEach(alteration -> changes.add(new Change.Alter(alteration)));
        } else if (difference instanceof Difference.Replaced reason) {
            replaced.put(before.id(), reason.reason());
            changes.add(new Change.Drop(before));
            changes.add(new Change.Create(after));
        }
    }
}
