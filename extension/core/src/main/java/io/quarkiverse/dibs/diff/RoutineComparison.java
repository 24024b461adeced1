package io.quarkiverse.dibs.diff;

import java.util.List;

import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.Routine;

/** Compares routines and aggregates by what CREATE OR REPLACE accepts: the same kind, result and way to be called. */
final class RoutineComparison {

    private RoutineComparison() {
    }

    static Difference compare(Routine from, Routine to) {
        return new Verdict<>(from, to)
                .fixed(Routine::procedure, "a function cannot become a procedure, nor a procedure a function")
                .fixed(Routine::window, "a function cannot become a window function, nor a window function a plain one")
                .fixed(Routine::result, "the result type of a function cannot be changed")
                .refuse(!isCallCompatible(from, to), "the names and modes of arguments cannot be changed, nor defaults removed")
                .aspect(true, Aspect.ROUTINE_DEFINITION).difference();
    }

    static Difference compare(Aggregate from, Aggregate to) {
        return new Verdict<>(from, to)
                .fixed(Aggregate::signature, "the arguments of an aggregate cannot be changed")
                .fixed(aggregate -> aggregate.options().getOrDefault("STYPE", ""),
                        "the result type of an aggregate cannot be changed")
                .fixed(aggregate -> aggregate.options().getOrDefault("FINALFUNC", ""),
                        "the result type of an aggregate cannot be changed")
                .fixed(aggregate -> aggregate.options().containsKey("HYPOTHETICAL"),
                        "the kind of an aggregate cannot be changed")
                .aspect(Aggregate::options, Aspect.AGGREGATE_DEFINITION).difference();
    }

    /** An argument without a name can get one and any argument a default; nothing else may change. */
    private static boolean isCallCompatible(Routine from, Routine to) {
        if (from.signature().equals(to.signature())) {
            return true;
        }
        List<Argument> before = Argument.list(from);
        List<Argument> after = Argument.list(to);
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Argument a = before.get(i);
            Argument b = after.get(i);
            boolean renamed = !a.name().equals(b.name()) && !(a.name().isEmpty() && !a.mode().equals("OUT"));
            if (!a.mode().equals(b.mode()) || !a.type().equals(b.type()) || renamed || a.hasDefault() && !b.hasDefault()) {
                return false;
            }
        }
        return true;
    }
}
