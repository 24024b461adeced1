package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Table;

/**
 * What an alteration has to wait for: those of the same object before it, what the object is to need, and that what needs it as
 * it was is gone.
 */
final class AlterOrder {

    private final RowMoves moves;
    private final Dependencies before;
    private final Dependencies after;
    private final Replacements replacements;
    private final Folding folding;
    private final Attachments attachments;
    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    private final Map<ObjectId, Action> swapOf;
    private final SortedMap<ObjectId, List<Action>> alters;
    private final Map<ObjectId, List<Action>> addedColumns;

    /** The maps may fill up to the first call. */
    AlterOrder(RowMoves moves, Dependencies before, Dependencies after, Replacements replacements, Folding folding,
            Attachments attachments, Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf,
            Map<ObjectId, Action> swapOf, SortedMap<ObjectId, List<Action>> alters,
            Map<ObjectId, List<Action>> addedColumns) {
        this.moves = moves;
        this.before = before;
        this.after = after;
        this.replacements = replacements;
        this.folding = folding;
        this.attachments = attachments;
        this.dropOf = dropOf;
        this.createOf = createOf;
        this.swapOf = swapOf;
        this.alters = alters;
        this.addedColumns = addedColumns;
    }

    /** @param chain what is altered of the object, one after the other */
    void order(ObjectId id, List<Action> chain) {
        Action previous = null;
        for (Action alter : chain) {
            if (previous != null) {
                alter.needs(previous, () -> "one alteration of " + id + " after the other");
            }
            previous = alter;
            boolean loosens = TypedTables.loosens(alter) || DomainDefaults.takesAway(alter)
                    || PublicationMembers.leave(alter) || replacements.heldRows().frees(alter.alteration);
            if (!loosens) {
                afterNeeds(id, alter);
            }
            KeptNotNulls.order(alter, folding.parentsOf(alter.id.parent()), alters);
            if (alter.alteration.aspect() == Aspect.TABLE_PERSISTENCE) {
                orderPersistence(alter);
            } else if (alter.alteration.aspect() == Aspect.COLUMN_IDENTITY) {
                leaveSequenceFirst(alter);
            } else if (alter.alteration.aspect() == Aspect.COLUMN_TYPE) {
                retypeAfterGenerated(alter);
                attachments.orderRetype(alter);
            } else if (setsToast(alter)) {
                setBehindColumns(alter);
            }
            // new labels are in nobody's way, and neither is a default
            if (alter.alteration.aspect() != Aspect.ENUM_LABELS && !DomainDefaults.isDefault(alter)) {
                afterDroppedUsers(id, alter);
            }
        }
    }

    private void afterNeeds(ObjectId id, Action alter) {
        for (ObjectId need : after.of(id)) {
            Action created = createOf.get(need);
            if (created != null && !created.id.isWithin(id)) {
                alter.needs(created, () -> id + " is to need " + need);
                checksOf(need).forEach(check -> alter.needs(check, () -> id + " is held by the checks of " + need));
                mistakenFor(need).forEach(old -> alter.needs(old, () -> "a call of " + need + " could mean " + old.id));
            }
            for (Action other : alters.getOrDefault(need, List.of())) {
                if (!TypedTables.tiesColumn(other, id)) {
                    alter.needs(other, () -> id + " needs " + need + " as it is to be");
                }
            }
        }
    }

    private void afterDroppedUsers(ObjectId id, Action alter) {
        for (ObjectId user : before.usersOf(id)) {
            Action drop = dropOf.get(user);
            if (drop == null) {
                continue;
            } else if (alter.alteration.aspect() == Aspect.EXTENSION_SCHEMA) {
                drop.needs(alter, () -> user + " says names of " + id + " as they are to be");
                continue;
            }
            boolean ownership = user.kind() == ObjectKind.SEQUENCE_OWNERSHIP
                    && alter.alteration.aspect() != Aspect.COLUMN_IDENTITY;
            boolean column = user.kind() == ObjectKind.COLUMN
                    && (TypedTables.loosens(alter) || id.kind() == ObjectKind.TABLE && !TypedTables.ties(alter)
                            && isComputedFrom(user));
            if (ownership || column || swapOf.containsKey(user) || mayOutlive(user, id)) {
                continue;
            } else if (isDomainOver(user, id)) {
                // it is over that one whatever that says of its values, and columns may have to leave it first
                alter.wishes(drop);
            } else {
                alter.needs(drop, () -> user + " needs " + id + " as it was");
            }
        }
    }

    /**
     * Whether it is a domain over the type, or the check of one that columns leave, which does not say what goes from the type.
     */
    private boolean isDomainOver(ObjectId user, ObjectId type) {
        if (type.kind() != ObjectKind.DOMAIN && type.kind() != ObjectKind.COMPOSITE) {
            return false;
        }
        return user.kind() == ObjectKind.DOMAIN || user.kind() == ObjectKind.DOMAIN_CONSTRAINT
                && swapOf.containsKey(user.parent())
                && (type.kind() != ObjectKind.COMPOSITE || UsedAttributes
                        .readersOfWhatGoes(type, moves.diff().from(), moves.diff().to(), before).noneMatch(user::equals));
    }

    /** The routines to go which a call of the new one could mean as long as they are there. */
    List<Action> mistakenFor(ObjectId routine) {
        List<ObjectId> gone = replacements.overloads().mistakenFor(routine);
        return gone.isEmpty() ? List.of() : gone.stream().map(dropOf::get).filter(Objects::nonNull).toList();
    }

    /** The checks that a new domain gets: Postgres takes none once columns hold arrays of it. */
    private Stream<Action> checksOf(ObjectId domain) {
        return domain.kind() != ObjectKind.DOMAIN ? Stream.of()
                : after.usersOf(domain).stream().filter(user -> user.kind() == ObjectKind.DOMAIN_CONSTRAINT).map(createOf::get)
                        .filter(Objects::nonNull);
    }

    /** A logged table may not refer to an unlogged one, not even for a moment. */
    private void orderPersistence(Action alter) {
        boolean becomesLogged = ((Table) alter.after).persistence() == Persistence.PERMANENT;
        for (ObjectId user : after.usersOf(alter.id)) {
            if (user.kind() != ObjectKind.FOREIGN_KEY || user.parent().equals(alter.id)) {
                continue;
            }
            for (Action other : alters.getOrDefault(user.parent(), List.of())) {
                if (other.alteration.aspect() == Aspect.TABLE_PERSISTENCE) {
                    (becomesLogged ? other : alter).needs(becomesLogged ? alter : other,
                            () -> user + " may not lead from a logged to an unlogged table");
                }
            }
        }
    }

    /** Postgres does not heed what is said of the TOAST table of a table that has none yet. */
    static boolean setsToast(Action alter) {
        return alter.alteration.aspect() == Aspect.TABLE_STORAGE_PARAMETERS
                && ((Table) alter.after).storageParameters().keySet()
                        .stream().anyMatch(parameter -> parameter.startsWith("toast."));
    }

    private void setBehindColumns(Action alter) {
        addedColumns.getOrDefault(alter.id, List.of()).forEach(alter::wishes);
        alters.forEach((id, chain) -> {
            if (id.kind() == ObjectKind.COLUMN && alter.id.equals(id.parent())) {
                chain.forEach(alter::wishes);
            }
        });
    }

    /** A column keeps its type while another is computed from it, even one that is about to become plain. */
    private void retypeAfterGenerated(Action retype) {
        for (ObjectId user : before.usersOf(retype.id)) {
            alters.getOrDefault(user, List.of()).stream()
                    .filter(other -> other.alteration.aspect() == Aspect.COLUMN_GENERATED && !user.equals(retype.id))
                    .forEach(other -> retype.needs(other, () -> user + " is computed from " + retype.id + " until then"));
        }
    }

    /** The sequence behind an identity goes with it: what reads it leaves first. */
    private void leaveSequenceFirst(Action alter) {
        if (((Column) alter.after).identity().isPresent()) {
            return;
        }
        for (ObjectId user : before.usersOf(alter.id)) {
            if (!after.of(user).contains(alter.id)) {
                alters.getOrDefault(user, List.of()).forEach(other -> alter.needs(other,
                        () -> user + " needs the sequence of " + alter.id + " until it is altered"));
            }
        }
    }

    /** Whether a column that is altered is computed from it until then: it can go no earlier, and a table waits for neither. */
    private boolean isComputedFrom(ObjectId column) {
        return before.usersOf(column).stream()
                .anyMatch(user -> user.kind() == ObjectKind.COLUMN && !alters.getOrDefault(user, List.of()).isEmpty());
    }

    /** Whether the dropped user waits for the alteration instead: a sequence that the column's identity takes over, say. */
    private boolean mayOutlive(ObjectId user, ObjectId altered) {
        return before.of(altered).contains(user)
                // the rows of a table that waits to be dropped go on to where the altered type is needed
                || moves.isAside(user) && altered.kind().isType() && altered.kind() != ObjectKind.TABLE;
    }
}
