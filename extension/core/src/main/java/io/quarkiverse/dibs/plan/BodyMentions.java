package io.quarkiverse.dibs.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.DbObject;
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

    private BodyMentions() {
    }

    static List<ObjectId> in(DbObject object, Schema schema) {
        if (!(object instanceof Routine routine)) {
            return List.of();
        }
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(routine.definition().sql());
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return schema.ids().stream()
                .filter(id -> isCallable(id.kind()) && words.contains(id.name()) && !id.equals(routine.id()))
                .toList();
    }

    private static boolean isCallable(ObjectKind kind) {
        return kind == ObjectKind.TABLE || kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW
                || kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE || kind == ObjectKind.SEQUENCE
                || kind == ObjectKind.FOREIGN_TABLE;
    }
}
