package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Subscription;

/**
 * SQL for subscriptions. Never connects to the publisher, as pg_dump does not: the slot is made, and dropped, there by whoever
 * runs it (manual, CREATE SUBSCRIPTION, notes).
 */
final class SubscriptionSql implements KindSql<Subscription> {

    @Override
    public List<String> create(Subscription subscription, WriteContext context) {
        List<String> with = new ArrayList<>(List.of("connect = false", "slot_name = " + slot(subscription)));
        if (subscription.twoPhase()) {
            with.add("two_phase = true");
        }
        with.addAll(settings(subscription.options()));
        List<String> statements = new ArrayList<>(List.of("CREATE " + ObjectNames.of(subscription.id()) + " CONNECTION "
                + Literals.string(subscription.connection()) + " PUBLICATION " + publications(subscription)
                + with.stream().collect(Collectors.joining(", ", " WITH (", ")"))));
        if (subscription.enabled()) {
            statements.add(ObjectNames.alter(subscription.id()) + " ENABLE");
        }
        return statements;
    }

    /** Without its slot, a subscription is dropped in a transaction and without the publisher. */
    @Override
    public List<String> drop(Subscription subscription, WriteContext context) {
        List<String> statements = new ArrayList<>();
        String alter = ObjectNames.alter(subscription.id());
        if (subscription.slot().isPresent()) {
            if (subscription.enabled()) {
                statements.add(alter + " DISABLE");
            }
            statements.add(alter + " SET (slot_name = NONE)");
        }
        statements.add("DROP " + ObjectNames.of(subscription.id()));
        return statements;
    }

    @Override
    public List<String> rename(Subscription from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Subscription from, Subscription to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.SUBSCRIPTION_DEFINITION ? change(from, to) : KindSql.cannotAlter(from, aspect);
    }

    /** A slot can be changed only while nothing is received, and nothing can be received without one. */
    private static List<String> change(Subscription from, Subscription to) {
        List<String> statements = new ArrayList<>();
        String alter = ObjectNames.alter(to.id());
        boolean rests = from.enabled() && (!to.enabled() || !from.slot().equals(to.slot()));
        if (rests) {
            statements.add(alter + " DISABLE");
        }
        if (!from.connection().equals(to.connection())) {
            statements.add(alter + " CONNECTION " + Literals.string(to.connection()));
        }
        if (!from.sorted().publications().equals(to.sorted().publications())) {
            statements.add(alter + " SET PUBLICATION " + publications(to) + " WITH (refresh = false)");
        }
        SortedMap<String, String> options = new TreeMap<>(to.options());
        options.entrySet().removeIf(option -> option.getValue().equals(from.options().get(option.getKey())));
        List<String> set = new ArrayList<>();
        if (!from.slot().equals(to.slot())) {
            set.add("slot_name = " + slot(to));
        }
        set.addAll(settings(options));
        if (!set.isEmpty()) {
            statements.add(alter + " SET (" + String.join(", ", set) + ")");
        }
        if (to.enabled() && (rests || !from.enabled())) {
            statements.add(alter + " ENABLE");
        }
        return statements;
    }

    private static String slot(Subscription subscription) {
        return subscription.slot().map(Literals::string).orElse("NONE");
    }

    private static String publications(Subscription subscription) {
        return subscription.publications().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    private static List<String> settings(SortedMap<String, String> options) {
        return options.entrySet().stream().map(option -> option.getKey() + " = " + Literals.string(option.getValue())).toList();
    }
}
