package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * The default of a domain that calls what is built anew. Before: the domain has it. After: it goes first and comes back last,
 * and
 * the columns of the domain stay as they are.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">ALTER DOMAIN</a>
 */
final class DomainDefaults {

    private DomainDefaults() {
    }

    /** Whether it can only be the default by which the domain needs it: its checks are objects of their own. */
    static boolean isNeededByDefault(DomainType before, Optional<DomainType> after, ObjectId needed) {
        return before.defaultValue().isPresent() && after.filter(domain -> domain.defaultValue().isPresent()).isPresent()
                && !isBeneath(needed);
    }

    /** Whether the domain needs it without its default too. */
    static boolean isBeneath(ObjectId needed) {
        return needed.kind().isType() || needed.kind() == ObjectKind.COLLATION || needed.kind() == ObjectKind.NAMESPACE
                || needed.kind() == ObjectKind.EXTENSION;
    }

    static void takeAwayAndBringBack(DomainType before, DomainType after, Map<ObjectId, List<Alteration>> altered) {
        List<Alteration> alterations = altered.computeIfAbsent(before.id(), id -> new ArrayList<>());
        alterations.removeIf(alteration -> alteration.aspect() == Aspect.DOMAIN_DEFAULT);
        alterations.add(0, new Alteration(before, without(before), Aspect.DOMAIN_DEFAULT));
        alterations.add(new Alteration(without(after), after, Aspect.DOMAIN_DEFAULT));
    }

    private static DomainType without(DomainType domain) {
        return new DomainType(domain.id(), domain.baseType(), domain.collation(), Optional.empty(), domain.notNull());
    }

    static boolean isDefault(Action action) {
        return action.type == Action.Type.ALTER && action.alteration.aspect() == Aspect.DOMAIN_DEFAULT;
    }

    /** Whether the alteration sets free what the default called. */
    static boolean takesAway(Action action) {
        return isDefault(action) && ((DomainType) action.after).defaultValue().isEmpty();
    }

    /** Whether the domain calls nothing any more when it is altered. */
    static boolean bringsBack(Action action) {
        return isDefault(action) && ((DomainType) action.before).defaultValue().isEmpty();
    }
}
