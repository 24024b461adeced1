package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Argument;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Routines that go and routines that come under the same name, such that one call could mean both: {@code f()} and
 * {@code f(text DEFAULT 'x')}. What calls the new one is written once the old one is gone, and what called the old one goes
 * with
 * it, because a call is resolved when its statement is run.
 *
 * @see <a href="https://www.postgresql.org/docs/current/xfunc-overload.html">Function Overloading</a>
 */
final class Overloads {

    private static final Set<String> POLYMORPHIC = Set.of("anyelement", "anyarray", "anynonarray", "anyenum", "anyrange",
            "anymultirange", "anycompatible", "anycompatiblearray", "anycompatiblenonarray", "anycompatiblerange",
            "anycompatiblemultirange", "\"any\"");

    private final Map<ObjectId, List<Routine>> going;
    private final Map<ObjectId, List<Routine>> coming;

    private Overloads(Map<ObjectId, List<Routine>> going, Map<ObjectId, List<Routine>> coming) {
        this.going = going;
        this.coming = coming;
    }

    static Overloads between(Schema from, Set<ObjectId> dropped, Schema to, Set<ObjectId> created) {
        return new Overloads(byName(from, dropped), byName(to, created));
    }

    private static Map<ObjectId, List<Routine>> byName(Schema schema, Set<ObjectId> ids) {
        return ids.stream().filter(id -> id.kind() == ObjectKind.ROUTINE)
                .map(id -> schema.find(id, Routine.class).orElseThrow())
                .collect(Collectors.groupingBy(routine -> routine.id().withArguments("")));
    }

    /** Whether a call of what goes could mean another that comes. */
    boolean isMistakable(ObjectId gone) {
        return find(going, gone).stream().anyMatch(old -> of(coming, gone).stream().anyMatch(other -> areMistaken(old, other)));
    }

    /** What goes and what a call of the one that comes could mean. */
    List<ObjectId> mistakenFor(ObjectId come) {
        if (going.isEmpty() || come.kind() != ObjectKind.ROUTINE) {
            // asked for everything that is needed
            return List.of();
        }
        return find(coming, come).stream().flatMap(other -> of(going, come).stream().filter(old -> areMistaken(old, other)))
                .map(Routine::id).toList();
    }

    private static List<Routine> of(Map<ObjectId, List<Routine>> routines, ObjectId id) {
        return id.kind() == ObjectKind.ROUTINE ? routines.getOrDefault(id.withArguments(""), List.of()) : List.of();
    }

    private static List<Routine> find(Map<ObjectId, List<Routine>> routines, ObjectId id) {
        return of(routines, id).stream().filter(routine -> routine.id().equals(id)).toList();
    }

    /** A printed call says the exact types of its arguments, so that only those left out and polymorphic ones are in doubt. */
    private static boolean areMistaken(Routine old, Routine other) {
        if (old.id().equals(other.id())) {
            return false;
        }
        List<Argument> first = inputs(old);
        List<Argument> second = inputs(other);
        int fewest = Math.max(required(first), required(second));
        int most = Math.min(first.size(), second.size());
        if (fewest > most) {
            return false;
        }
        for (int i = 0; i < fewest; i++) {
            String a = first.get(i).type();
            String b = second.get(i).type();
            if (!a.equals(b) && !POLYMORPHIC.contains(a) && !POLYMORPHIC.contains(b)) {
                return false;
            }
        }
        return true;
    }

    private static List<Argument> inputs(Routine routine) {
        return Argument.list(routine).stream().filter(argument -> !argument.mode().equals("OUT")).toList();
    }

    private static int required(List<Argument> inputs) {
        return (int) inputs.stream().filter(argument -> !argument.hasDefault()).count();
    }
}
