package io.quarkiverse.dibs.plan;

import java.util.List;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Publication;

/**
 * A publication that loses one table and gets another. Before: both at once, so that it waits for the new table, which waits
 * for a name that the old one has. After: one leaves first, the other joins last.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterpublication.html">ALTER PUBLICATION</a>
 */
final class PublicationMembers {

    private PublicationMembers() {
    }

    static void leaveAndJoin(List<Alteration> alterations) {
        for (Alteration members : List.copyOf(alterations)) {
            if (members.aspect() == Aspect.PUBLICATION_MEMBERS) {
                Publication stay = less(members);
                alterations.set(alterations.indexOf(members), new Alteration(members.from(), stay, members.aspect()));
                alterations.add(new Alteration(stay, members.to(), members.aspect()));
            }
        }
    }

    /** Whether members only leave, so that what is to join need not be there. */
    static boolean leave(Action action) {
        return isOfMembers(action)
                && ((Publication) action.before).members().containsAll(((Publication) action.after).members());
    }

    /** Whether members only join, so that nothing waits for it to be free. */
    static boolean join(Action action) {
        return isOfMembers(action)
                && ((Publication) action.after).members().containsAll(((Publication) action.before).members());
    }

    private static boolean isOfMembers(Action action) {
        return action.type == Action.Type.ALTER && action.alteration.aspect() == Aspect.PUBLICATION_MEMBERS;
    }

    private static Publication less(Alteration alteration) {
        Publication from = (Publication) alteration.from();
        Publication to = (Publication) alteration.to();
        return new Publication(to.id(), to.allTables(), to.members().stream().filter(from.members()::contains).toList(),
                to.options());
    }
}
