package io.quarkiverse.dibs.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Where the values of domains are. Postgres looks at those in columns when a domain gets a check, and refuses the check when
 * columns hold values inside of arrays and other values.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">ALTER DOMAIN, Notes</a>
 */
final class DomainValues {

    private static final Set<ObjectKind> HOLDERS = Set.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE,
            ObjectKind.RANGE, ObjectKind.COLLATION);

    private final Schema from;
    private final Dependencies before;

    DomainValues(Schema from, Dependencies before) {
        this.from = from;
        this.before = before;
    }

    /** Domains that stay and are to pass more than they do, so that their values have to be looked at. */
    Stream<ObjectId> narrowed(Collection<ObjectId> dropped, Collection<ObjectId> created,
            Map<ObjectId, List<Alteration>> altered) {
        return Stream.concat(
                created.stream().filter(id -> id.kind() == ObjectKind.DOMAIN_CONSTRAINT).map(ObjectId::parent),
                altered.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(DomainValues::narrows))
                        .map(entry -> entry.getKey().kind() == ObjectKind.DOMAIN ? entry.getKey() : entry.getKey().parent()))
                .filter(domain -> from.contains(domain) && !dropped.contains(domain)).distinct();
    }

    private static boolean narrows(Alteration alteration) {
        return alteration.aspect() == Aspect.DOMAIN_CONSTRAINT_VALIDATED
                || alteration.aspect() == Aspect.DOMAIN_NOT_NULL && ((DomainType) alteration.to()).notNull();
    }

    /** Whether columns hold values of the domain inside of others: a column of a domain over it holds it as it is. */
    boolean areInsideOthers(ObjectId domain) {
        return before.usersOf(domain).stream().anyMatch(user -> switch (user.kind()) {
            case COLUMN -> from.find(user, Column.class).orElseThrow().type().name().endsWith("[]");
            case DOMAIN -> from.find(user, DomainType.class).orElseThrow().baseType().name().endsWith("[]") ? isHeld(user)
                    : areInsideOthers(user);
            case COMPOSITE, RANGE -> isHeld(user);
            default -> false;
        });
    }

    private boolean isHeld(ObjectId type) {
        return before.usersOf(type).stream()
                .anyMatch(user -> user.kind() == ObjectKind.COLUMN || HOLDERS.contains(user.kind()) && isHeld(user));
    }
}
