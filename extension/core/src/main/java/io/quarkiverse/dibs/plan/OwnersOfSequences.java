package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * A sequence that a column owns belongs to the role that the table belongs to, follows it, and may belong to nobody else
 * (manual, ALTER SEQUENCE, OWNED BY). So it is given to that role before, and to its own once it is free; the table's owner
 * changes after both.
 */
final class OwnersOfSequences {

    private final Diff diff;
    private final Replacements replacements;

    OwnersOfSequences(Diff diff, Replacements replacements) {
        this.diff = diff;
        this.replacements = replacements;
    }

    /** What stands before {@code OWNED BY} of a sequence that no column owns yet. */
    List<String> before(SequenceOwnership ownership, WriteContext context) {
        return owner(ownership.column().parent())
                .map(role -> give(ownership.id().parent(), role, context)).orElse(List.of());
    }

    /** What stands before {@code OWNED BY} of a sequence that a column of another table owns. */
    List<String> between(SequenceOwnership from, SequenceOwnership to, WriteContext context) {
        Optional<String> role = owner(to.column().parent());
        if (role.equals(ownerBefore(from.column().parent()))) {
            return List.of();
        }
        List<String> statements = new ArrayList<>(DdlWriter.drop(from, context));
        statements.addAll(role.map(other -> give(to.id().parent(), other, context))
                .orElseGet(() -> takeOver(to.id().parent(), context)));
        return statements;
    }

    /** What stands behind {@code OWNED BY NONE}. */
    List<String> after(SequenceOwnership ownership, WriteContext context) {
        ObjectId sequence = ownership.id().parent();
        boolean stays = diff.to().contains(sequence) && !replacements.isDropped(sequence);
        return stays && ownerBefore(ownership.column().parent()).isPresent() && !diff.to().contains(Owner.idOf(sequence))
                ? takeOver(sequence, context)
                : List.of();
    }

    /** Whom the table belongs to at that time, if that is another role than the one that runs the plan. */
    private Optional<String> owner(ObjectId table) {
        return replacements.isCreated(table) ? Optional.empty() : ownerBefore(table);
    }

    /** The same of a table that a column leaves: it is there until then, also where it is built anew. */
    private Optional<String> ownerBefore(ObjectId table) {
        return diff.from().find(Owner.idOf(table), Owner.class).map(Owner::role);
    }

    private static List<String> give(ObjectId sequence, String role, WriteContext context) {
        return DdlWriter.create(new Owner(Owner.idOf(sequence), role), context);
    }

    private static List<String> takeOver(ObjectId sequence, WriteContext context) {
        return DdlWriter.drop(new Owner(Owner.idOf(sequence), ""), context);
    }

    static void order(List<Action> actions) {
        List<Action> owners = actions.stream().filter(action -> action.id.kind() == ObjectKind.OWNER).toList();
        if (owners.isEmpty()) {
            return;
        }
        for (Action action : actions) {
            if (action.id.kind() != ObjectKind.SEQUENCE_OWNERSHIP) {
                continue;
            }
            List<ObjectId> tables = Stream.of(action.before, action.after).filter(SequenceOwnership.class::isInstance)
                    .map(ownership -> ((SequenceOwnership) ownership).column().parent()).toList();
            for (Action owner : owners) {
                if (tables.contains(owner.id.parent())) {
                    owner.needs(action, () -> action.id.parent() + " belongs to who the table belongs to");
                } else if (owner.id.parent().equals(action.id.parent())) {
                    Action first = action.type == Action.Type.DROP ? action : owner;
                    (first == action ? owner : action).needs(first,
                            () -> action.id.parent() + " belongs to who the table belongs to, while a column owns it");
                }
            }
        }
    }
}
