package io.quarkiverse.dibs.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What a role other than the owner has granted hangs on what it may grant: it comes after that and goes before it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-revoke.html">REVOKE, on dependent privileges</a>
 */
final class GrantChains {

    private GrantChains() {
    }

    /** What is granted further both before and after, but cannot stay while what it hangs on changes. */
    static Set<ObjectId> goAndCome(Schema from, Schema to, Set<ObjectId> dropped) {
        List<Grant> further = from.all(Grant.class).filter(grant -> !Grant.grantor(grant.id()).isEmpty())
                .filter(grant -> to.contains(grant.id()) && !dropped.contains(grant.id())).toList();
        if (further.isEmpty()) {
            return Set.of();
        }
        Map<String, List<Grant>> byGrantee = from.all(Grant.class).collect(Collectors.groupingBy(grant -> grant.id().name()));
        Set<ObjectId> going = new TreeSet<>();
        boolean more = true;
        while (more) {
            Set<ObjectId> gone = new HashSet<>(dropped);
            gone.addAll(going);
            more = further.stream().filter(grant -> !going.contains(grant.id()))
                    .filter(grant -> losesAndGains(grant, to) || sources(grant.id(), byGrantee)
                            .anyMatch(source -> gone.contains(source.id()) || losesOption(source, grant, to)))
                    .map(Grant::id).toList().stream().map(going::add).reduce(false, Boolean::logicalOr);
        }
        return going;
    }

    private static boolean losesAndGains(Grant grant, Schema to) {
        Map<String, Boolean> before = grant.privileges();
        Map<String, Boolean> after = to.find(grant.id(), Grant.class).orElseThrow().privileges();
        return loses(before, after) && loses(after, before);
    }

    private static boolean loses(Map<String, Boolean> before, Map<String, Boolean> after) {
        return before.entrySet().stream().anyMatch(entry -> !after.containsKey(entry.getKey())
                || entry.getValue() && !after.get(entry.getKey()));
    }

    private static boolean losesOption(Grant source, Grant further, Schema to) {
        Map<String, Boolean> after = to.find(source.id(), Grant.class).map(Grant::privileges)
                .<Map<String, Boolean>> map(privileges -> privileges).orElse(Map.of());
        return further.privileges().keySet().stream()
                .anyMatch(privilege -> source.privileges().getOrDefault(privilege, false)
                        && !after.getOrDefault(privilege, false));
    }

    private static Stream<Grant> sources(ObjectId grant, Map<String, List<Grant>> byGrantee) {
        return byGrantee.getOrDefault(Grant.grantor(grant), List.of()).stream()
                .filter(source -> isSource(source.id(), grant));
    }

    /** A column's privileges may come from those on its table. */
    private static boolean isSource(ObjectId source, ObjectId grant) {
        return source.name().equals(Grant.grantor(grant))
                && (source.parent().equals(grant.parent()) || source.parent().equals(grant.parent().parent()));
    }

    static void order(List<Action> actions) {
        List<Action> grants = actions.stream().filter(action -> action.id.kind() == ObjectKind.GRANT).toList();
        Map<ObjectId, List<Action>> byRoot = grants.stream().collect(Collectors.groupingBy(action -> action.id.root()));
        for (Action grant : grants) {
            if (Grant.grantor(grant.id).isEmpty()) {
                continue;
            }
            byRoot.get(grant.id.root()).stream().filter(other -> isSource(other.id, grant.id))
                    .forEach(source -> order(grant, source, "only who has the grant option grants"));
            // whoever grants has to see the schema
            byRoot.getOrDefault(ObjectId.namespace(grant.id.schema()), List.of()).stream().filter(other -> other != grant)
                    .forEach(usage -> order(grant, usage, "the grantor uses the schema"));
        }
    }

    private static void order(Action grant, Action source, String reason) {
        if (isLoss(grant)) {
            source.needs(grant, () -> "what was granted further goes first");
        } else if (source.type != Action.Type.DROP) {
            grant.needs(source, () -> reason);
        }
    }

    private static boolean isLoss(Action action) {
        return action.type == Action.Type.DROP || action.type == Action.Type.ALTER
                && loses(((Grant) action.before).privileges(), ((Grant) action.after).privileges());
    }
}
