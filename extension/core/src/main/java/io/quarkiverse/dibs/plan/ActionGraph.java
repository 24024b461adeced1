package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;

/**
 * Turns changes into actions and says which has to wait for which. Parts fold into the action of what they are a part of where
 * one statement does both; {@code apart} names those that must not, because a cycle went through them.
 */
final class ActionGraph {

    private final RowMoves moves;
    private final Diff diff;
    private final Schema from;
    private final Schema to;
    private final Dependencies before;
    private final Dependencies after;
    private final Replacements replacements;
    private final Set<ObjectId> throughTemporary;
    private final Folding folding;

    /** In the order of their ids. */
    private final Map<ObjectId, Action> drops = new LinkedHashMap<>();
    private final Map<ObjectId, Action> creates = new LinkedHashMap<>();
    /** The columns that come in a statement of their own, by their table. */
    private final Map<ObjectId, List<Action>> addedColumns = new HashMap<>();
    private final SortedMap<ObjectId, List<Action>> alters = new TreeMap<>();
    private final SortedMap<ObjectId, List<Action>> renames = new TreeMap<>();
    /** The same drops and creates by the identity of every member, in order: reasons are given in it. */
    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    private final Map<ObjectId, Action> swapOf = new HashMap<>();
    private final List<Action> actions = new ArrayList<>();
    /** The drops of a table's places under others: as a partition, as one that inherits. */
    private final Map<ObjectId, List<Action>> detachments = new HashMap<>();
    private final Attachments attachments;
    private final AlterOrder alterations;
    private final PartitionCuts cuts;
    private BodyMentions mentions;

    /** @param withRows the tables that are known to have some, or null where no rows are to be moved between partitions */
    ActionGraph(RowMoves moves, Dependencies before, Dependencies after, Replacements replacements,
            Set<ObjectId> apart, Set<ObjectId> throughTemporary, Set<ObjectId> withRows) {
        this.moves = moves;
        this.diff = moves.diff();
        this.from = diff.from();
        this.to = diff.to();
        this.before = before;
        this.after = after;
        this.replacements = replacements;
        this.throughTemporary = throughTemporary;
        this.folding = new Folding(diff, replacements, apart);
        this.dropOf = new LinkedHashMap<>(capacity(replacements.dropped()));
        this.createOf = new LinkedHashMap<>(capacity(replacements.created()));
        this.attachments = new Attachments(diff, before, after, folding, dropOf, createOf, alters);
        this.alterations = new AlterOrder(moves, before, after, replacements, folding, attachments, dropOf, createOf, swapOf,
                alters, addedColumns);
        addActions();
        drops.values().forEach(this::orderDrop);
        creates.values().forEach(this::orderCreate);
        alters.forEach(alterations::order);
        new Reattachments(dropOf, createOf, swapOf).order(from, actions);
        OwnersAndGrants.order(actions);
        OwnersOfSequences.order(actions);
        GrantChains.order(actions);
        EventTriggersApart.order(actions);
        InheritanceOrder.order(from, actions, dropOf, createOf);
        KeptColumnGrants.order(actions, alters, dropOf);
        ReplicaIdentities.order(actions, before, after);
        EveryColumn.order(actions, after);
        BaseTypes.order(actions, createOf);
        moves.order(actions, dropOf, createOf);
        cuts = withRows == null ? PartitionCuts.none(diff, replacements)
                : PartitionCuts.of(diff, replacements, dropOf, createOf, withRows);
        cuts.order(actions);
        TypedTables.order(actions, before, swapOf, dropOf, alters);
        replacements.heldRows().order(actions, alters, dropOf, after);
        new NameConflicts(moves, dropOf, replacements.formerNames(), createOf, renames, swapOf, alters).order();
        orderRenames();
    }

    /** All actions, in their natural order. */
    List<Action> actions() {
        return actions;
    }

    /** Where rows move between partitions. */
    PartitionCuts cuts() {
        return cuts;
    }

    private void addActions() {
        for (Change change : diff.changes()) {
            if (change instanceof Change.Rename rename) {
                if (!replacements.formerNames().containsKey(rename.to())) {
                    rename(rename.from(), rename.to());
                }
            }
        }
        addDrops();
        for (ObjectId id : replacements.swapped()) {
            Action away = Action.rename(from.find(id).orElseThrow(), TemporaryNames.of(id, from, to), 1);
            renames.getOrDefault(id, List.of()).forEach(rename -> away.needs(rename, () -> "it has its own name first"));
            swapOf.put(id, away);
            add(renames, away, away.renamedTo);
        }
        addCreates();
        replacements.altered().keySet().forEach(this::alter);
        renames.values().forEach(actions::addAll);
        actions.addAll(drops.values());
        alters.forEach((id, chain) -> chain.stream().filter(alter -> alter.id.equals(id)).forEach(actions::add));
        actions.addAll(creates.values());
        actions.sort(Action.ORDER);
        for (int i = 0; i < actions.size(); i++) {
            actions.get(i).rank = i;
        }
    }

    private void addDrops() {
        List<ObjectId> owners = new ArrayList<>(replacements.dropped().size());
        for (DbObject object : replacements.dropped()) {
            ObjectId id = object.id();
            ObjectId owner = folding.dropOwner(id);
            owners.add(owner);
            if (owner.equals(id)) {
                drops.put(id, Action.drop(object));
            }
        }
        Iterator<ObjectId> owner = owners.iterator();
        for (DbObject object : replacements.dropped()) {
            ObjectId id = object.id();
            Action action = drops.get(owner.next());
            if (!action.id.equals(id)) {
                action.members.add(object);
            }
            dropOf.put(id, action);
            if (id.kind() == ObjectKind.PARTITION || id.kind() == ObjectKind.INHERITANCE) {
                detachments.computeIfAbsent(id.parent(), table -> new ArrayList<>(1)).add(action);
            }
        }
    }

    private void addCreates() {
        List<ObjectId> owners = new ArrayList<>(replacements.created().size());
        for (DbObject object : replacements.created()) {
            ObjectId id = object.id();
            ObjectId owner = folding.createOwner(id);
            owners.add(owner);
            if (owner.equals(id)) {
                Action action = Action.create(object);
                creates.put(id, action);
                if (id.kind() == ObjectKind.COLUMN) {
                    addedColumns.computeIfAbsent(id.parent(), table -> new ArrayList<>()).add(action);
                }
            }
        }
        Iterator<ObjectId> owner = owners.iterator();
        for (DbObject object : replacements.created()) {
            ObjectId id = object.id();
            Action action = creates.get(owner.next());
            if (!action.id.equals(id)) {
                action.members.add(object);
            }
            createOf.put(id, action);
        }
    }

    /** With which a map of that many entries never has to grow. */
    private static int capacity(List<DbObject> objects) {
        return objects.size() + objects.size() / 3 + 1;
    }

    /** The alterations of one object, in order; those that come with a parent table's are the parent's actions. */
    private List<Action> alter(ObjectId id) {
        List<Action> done = alters.get(id);
        if (done != null) {
            return done;
        }
        List<Action> chain = new ArrayList<>();
        int sequence = 0;
        for (Alteration alteration : replacements.altered().get(id)) {
            ObjectId parent = folding.alteredWith(alteration).orElse(null);
            if (parent == null) {
                chain.add(Action.alter(alteration, sequence++));
                continue;
            }
            Action action = alter(parent).stream().filter(other -> KeptNotNulls.agree(other.alteration, alteration))
                    .findFirst().orElseThrow();
            action.also.add(alteration);
            chain.add(action);
        }
        alters.put(id, chain);
        return chain;
    }

    private void rename(DbObject object, ObjectId present) {
        if (!throughTemporary.contains(present)) {
            add(renames, Action.rename(object, present, 0), present);
            return;
        }
        ObjectId between = TemporaryNames.of(object.id(), from, to);
        Action away = Action.rename(object, between, 0);
        Action back = Action.rename(object.renamed(id -> id.equals(object.id()) ? between : id), present, 2);
        back.needs(away, () -> "two names are swapped through a third");
        add(renames, away, present);
        add(renames, back, present);
    }

    private static void add(SortedMap<ObjectId, List<Action>> map, Action action, ObjectId key) {
        map.computeIfAbsent(key, id -> new ArrayList<>()).add(action);
    }

    private void orderDrop(Action drop) {
        for (DbObject member : drop.members) {
            for (ObjectId user : before.usersOf(member.id())) {
                Action dropOfUser = dropOf.get(user);
                if (dropOfUser == drop) {
                    // a part that goes with it, as most users are
                    continue;
                } else if (dropOfUser != null) {
                    drop.needs(dropOfUser, () -> user + " needs " + member.id());
                } else {
                    for (Action alter : alters.getOrDefault(user, List.of())) {
                        if (TypedTables.ties(alter) || DomainDefaults.bringsBack(alter) || PublicationMembers.join(alter)
                                || replacements.heldRows().returns(alter.alteration)) {
                            continue;
                        }
                        drop.needs(alter, () -> user + " needs " + member.id() + " until it is altered");
                    }
                }
            }
        }
        for (DbObject member : drop.members) {
            if (attachments.goesWithAncestor(drop, member.id())) {
                attachments.onceTiesAreThere(drop, member.id());
            } else if (diff.inheritedBefore().contains(member.id())
                    || !detachments.isEmpty() && member instanceof Column column && isHandedDown(column)) {
                detachments.getOrDefault(member.id().parent(), List.of())
                        .forEach(detach -> drop.needs(detach, () -> member.id() + " is handed down by others until then"));
            }
        }
        if (drop.before instanceof Column column) {
            folding.parentsOf(drop.id.parent()).stream().map(parent -> dropOf.get(ObjectId.column(parent, drop.id.name())))
                    .filter(above -> above != null
                            && (!column.inherited() || Folding.isKeptByChildren(above.id, to, replacements)))
                    .forEach(above -> drop.needs(above, () -> drop.id + " is inherited until then"));
        }
        Action swap = swapOf.get(drop.id);
        if (swap != null) {
            for (ObjectId user : before.usersOf(drop.id)) {
                Action dropOfUser = dropOf.get(user);
                Action away = dropOfUser == null ? null : swapOf.get(dropOfUser.id);
                if (away == swap) {
                    continue;
                }
                if (away != null) {
                    swap.needs(away,
                            () -> "what comes with " + user + " is renamed by the name it has with the old " + drop.id);
                } else if (dropOfUser != null && dropOfUser != drop && user.kind() == ObjectKind.DOMAIN) {
                    // its name says nothing of the type, and columns may have to leave it first
                    swap.wishes(dropOfUser);
                } else if (dropOfUser != null && dropOfUser != drop) {
                    swap.needs(dropOfUser, () -> user + " is dropped by the name it has with the old " + drop.id);
                }
            }
            drop.needs(swap, () -> "the new " + drop.id + " takes its name first");
            alters.getOrDefault(drop.id, List.of())
                    .forEach(alter -> swap.needs(alter, () -> "labels are renamed before values move to the new " + drop.id));
            ObjectId successor = replacements.successorOf(drop.id);
            drop.needs(createOf.get(successor), () -> "columns move to the new " + successor + " first");
            if (drop.id.kind() == ObjectKind.COLUMN) {
                to.all(Inheritance.class).filter(tie -> tie.id().parent().equals(drop.id.parent()))
                        .map(tie -> createOf.get(tie.id())).filter(Objects::nonNull)
                        .forEach(tie -> drop.needs(tie, () -> "until then another table hands down what is to take its place"));
                to.all(Inheritance.class).filter(tie -> tie.inherits().equals(drop.id.parent()))
                        .map(tie -> createOf.get(tie.id())).filter(Objects::nonNull)
                        .forEach(tie -> tie.needs(drop, () -> "until then its parent has a column more"));
            }
            for (ObjectId user : before.usersOf(drop.id)) {
                alters.getOrDefault(user, List.of())
                        .forEach(alter -> drop.needs(alter, () -> user + " moves to the new " + drop.id + " first"));
            }
        }
    }

    /** Whether a parent has the column too: it may be the table's own besides. */
    private boolean isHandedDown(Column column) {
        return column.inherited() || detachments.getOrDefault(column.id().parent(), List.of()).stream()
                .map(detach -> detach.before instanceof Inheritance tie ? tie.inherits()
                        : detach.before instanceof Partition tie ? tie.partitionOf() : null)
                .anyMatch(parent -> parent != null && from.contains(ObjectId.column(parent, column.id().name())));
    }

    private void orderCreate(Action create) {
        for (DbObject member : create.members) {
            ObjectId id = member.id();
            Action drop = dropOf.get(id);
            boolean away = drop != null && (swapOf.containsKey(id) || swapOf.containsKey(drop.id)
                    && (id.kind() == ObjectKind.DOMAIN_CONSTRAINT || drop.id.kind() == ObjectKind.COLUMN));
            if (drop != null && !away) {
                create.needs(drop, () -> id + " is built anew");
            } else if (swapOf.containsKey(id)) {
                create.needs(swapOf.get(id), () -> "the name of " + id + " has to be free");
            }
            for (ObjectId need : after.of(id)) {
                orderAfterNeed(create, id, need);
            }
            if (id.kind() == ObjectKind.INDEX_PARTITION) {
                Action attach = createOf.get(Partition.idOf(Folding.tableOf(to, id.parent())));
                if (attach != null) {
                    create.needs(attach, () -> "the table of " + id.parent() + " is a partition first");
                }
            }
            attachments.orderCreate(create, member);
            if (member instanceof Routine routine) {
                mentions().in(routine).forEach(mentioned -> {
                    Action other = createOf.get(mentioned);
                    if (other != null) {
                        create.wishes(other);
                    }
                });
            }
        }
    }

    private BodyMentions mentions() {
        if (mentions == null) {
            mentions = new BodyMentions(to);
        }
        return mentions;
    }

    private void orderAfterNeed(Action action, ObjectId id, ObjectId need) {
        Action created = createOf.get(need);
        if (created != null && created != action) {
            action.needs(created, () -> id + " needs " + need);
            alterations.mistakenFor(need)
                    .forEach(old -> action.needs(old, () -> "a call of " + need + " could mean " + old.id));
        }
        for (Action alter : alters.getOrDefault(need, List.of())) {
            if (!TypedTables.tiesColumn(alter, id) && !AlterOrder.setsToast(alter)) {
                action.needs(alter, () -> id + " needs " + need + " as it is to be");
            }
        }
        if (readsWholeRows(id.kind()) && (need.kind() == ObjectKind.TABLE || need.kind() == ObjectKind.COLUMN)) {
            addedColumns.getOrDefault(need.root(), List.of()).forEach(action::wishes);
        }
        if (id.kind() == ObjectKind.COLUMN) {
            holdRowsLater(action, id, need);
        }
    }

    /** No column comes or changes its type once others hold rows of its table, in whatever type. */
    private void holdRowsLater(Action action, ObjectId column, ObjectId need) {
        if (need.kind() == ObjectKind.DOMAIN || need.kind() == ObjectKind.COMPOSITE) {
            after.of(need).forEach(inside -> holdRowsLater(action, column, inside));
        }
        if (need.kind() != ObjectKind.TABLE || need.equals(column.parent())) {
            return;
        }
        after.usersOf(need).stream().filter(other -> other.kind() == ObjectKind.COLUMN && need.equals(other.parent()))
                .map(createOf::get).filter(Objects::nonNull).forEach(action::wishes);
        alters.forEach((altered, chain) -> {
            if (altered.kind() == ObjectKind.COLUMN && altered.parent().equals(need)) {
                chain.forEach(action::wishes);
            }
        });
    }

    private static boolean readsWholeRows(ObjectKind kind) {
        return kind == ObjectKind.ROUTINE || kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW
                || kind == ObjectKind.POLICY || kind == ObjectKind.RULE || kind == ObjectKind.TRIGGER;
    }

    /** Renames come first, so that everything after them speaks of present names; a drop that makes room may come before. */
    private void orderRenames() {
        for (List<Action> chain : renames.values()) {
            for (Action rename : chain) {
                if (rename.sequence == 1) {
                    continue;
                }
                speakersOf(rename.renamedTo).forEach(action -> action.wishes(rename));
                if (rename.id.kind() == ObjectKind.TABLE && !rename.id.schema().equals(rename.renamedTo.schema())) {
                    orderWhatMovesAlong(rename);
                }
                Action drop = dropOf.get(rename.renamedTo);
                if (drop != null && !swapOf.containsKey(rename.renamedTo)) {
                    drop.needs(rename, () -> "it makes room first");
                }
                orderNamespaces(rename);
                ObjectId parent = rename.renamedTo.parent();
                if (parent != null) {
                    renames.getOrDefault(parent, List.of())
                            .forEach(other -> rename.needs(other, () -> "its table is renamed first"));
                }
            }
        }
    }

    /** What moves goes to a namespace that is there, and from one that is there still. */
    private void orderNamespaces(Action rename) {
        if (rename.id.schema().equals(rename.renamedTo.schema())) {
            return;
        }
        Action create = createOf.get(ObjectId.namespace(rename.renamedTo.schema()));
        if (create != null) {
            rename.needs(create, () -> rename.renamedTo.display() + " moves into it");
        }
        Action drop = dropOf.get(ObjectId.namespace(rename.id.schema()));
        if (drop != null) {
            drop.needs(rename, () -> rename.id.display() + " moves out of it first");
        }
    }

    /** The indexes and owned sequences of a table that moves go with it, and are known where they are then. */
    private void orderWhatMovesAlong(Action move) {
        Stream.concat(
                from.all(SequenceOwnership.class).filter(owned -> owned.column().parent().equals(move.renamedTo))
                        .map(owned -> owned.id().parent()),
                from.all(Index.class).filter(index -> index.table().equals(move.renamedTo)).map(Index::id))
                .forEach(id -> Stream.concat(Stream.ofNullable(dropOf.get(id)),
                        Stream.concat(alters.getOrDefault(id, List.of()).stream(),
                                renames.getOrDefault(id, List.of()).stream()))
                        .forEach(action -> action.needs(move, () -> id + " moves with its table")));
    }

    /** What may say the name: for an index or a constraint only what needs it, for everything else any text might. */
    private Stream<Action> speakersOf(ObjectId renamed) {
        if (renamed.kind() != ObjectKind.INDEX && !renamed.kind().isConstraint()) {
            return Stream.concat(creates.values().stream(), alters.values().stream().flatMap(List::stream));
        }
        return Stream.concat(Stream.of(renamed), after.usersOf(renamed).stream())
                .flatMap(id -> Stream.concat(Stream.ofNullable(createOf.get(id)),
                        alters.getOrDefault(id, List.of()).stream()));
    }
}
