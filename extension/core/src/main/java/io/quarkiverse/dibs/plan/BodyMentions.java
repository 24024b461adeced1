package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What the body of a routine seems to mention: Postgres does not track bodies that are strings. Only a wish for the order, so a
 * word that merely looks like a name does no harm.
 */
final class BodyMentions {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private final Map<String, List<ObjectId>> callable = new HashMap<>();

    BodyMentions(Schema schema) {
        for (ObjectId id : schema.ids()) {
            if (isCallable(id.kind())) {
                callable.computeIfAbsent(id.name(), name -> new ArrayList<>(1)).add(id);
            }
        }
    }

    /** In the order of the ids. */
    SortedSet<ObjectId> in(Routine routine) {
        SortedSet<ObjectId> mentioned = new TreeSet<>();
        Matcher matcher = WORD.matcher(routine.definition().sql());
        while (matcher.find()) {
            mentioned.addAll(callable.getOrDefault(matcher.group(), List.of()));
        }
        mentioned.remove(routine.id());
        return mentioned;
    }

    private static boolean isCallable(ObjectKind kind) {
        return kind == ObjectKind.TABLE || kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW
                || kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE || kind == ObjectKind.SEQUENCE
                || kind == ObjectKind.FOREIGN_TABLE;
    }
}
