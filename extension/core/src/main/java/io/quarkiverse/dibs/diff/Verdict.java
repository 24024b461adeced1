package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.quarkiverse.dibs.schema.DbObject;

/**
 * Collects what differs between two objects of one kind: first what cannot be altered, then the aspects that can, in the order
 * in which Postgres accepts them. Not thread-safe.
 */
final class Verdict<T extends DbObject> {

    private final T from;
    private final T to;
    private final List<Alteration> alterations = new ArrayList<>();
    private String reason;

    Verdict(T from, T to) {
        this.from = from;
        this.to = to;
    }

    /** A property that only a new object can have otherwise. */
    Verdict<T> fixed(Function<T, ?> property, String whyNot) {
        return refuse(!property.apply(from).equals(property.apply(to)), whyNot);
    }

    Verdict<T> refuse(boolean impossible, String whyNot) {
        if (impossible && reason == null) {
            reason = whyNot;
        }
        return this;
    }

    /** A property that can be altered. */
    Verdict<T> aspect(Function<T, ?> property, Aspect aspect) {
        return aspect(!property.apply(from).equals(property.apply(to)), aspect);
    }

    Verdict<T> aspect(boolean differs, Aspect aspect) {
        if (differs) {
            alterations.add(new Alteration(from, to, aspect));
        }
        return this;
    }

    /** A property that can be altered on some servers, or from some states, only. */
    Verdict<T> aspectIf(boolean possible, Function<T, ?> property, Aspect aspect, String whyNot) {
        return possible ? aspect(property, aspect) : fixed(property, whyNot);
    }

    Difference difference() {
        if (reason != null) {
            return new Difference.Replaced(reason);
        }
        return alterations.isEmpty() ? new Difference.Same() : new Difference.Altered(alterations);
    }
}
