package io.quarkiverse.dibs.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What of a schema follows by itself when extensions move to other schemas. Before: a column of {@code ext.hstore}. After: one
 * of {@code public.hstore}, so that it does not differ from what is wanted and only the extension moves. What belongs to an
 * extension is not listed anywhere; a name has moved when the one schema says it there and the other says it here.
 */
final class MovedExtensions {

    /** A word or an operator behind the name of a schema. */
    private static final String MEMBER = "\\.(\"(?:[^\"]|\"\")++\"|[A-Za-z_\\u0080-\\uffff][A-Za-z0-9_$\\u0080-\\uffff]*|[-+*/<>=~!@#%^&|`?]+)";

    private final Map<String, String> moved;
    /** What is said of parts of the extensions, by the names that it has then. */
    private final Map<ObjectId, ObjectId> parts;

    private MovedExtensions(Map<String, String> moved, Map<ObjectId, ObjectId> parts) {
        this.moved = moved;
        this.parts = parts;
    }

    /** The first schema as it is once the extensions are where the second has them. */
    static Schema follow(Schema from, Schema to) {
        Map<String, String> moved = new HashMap<>();
        Map<ObjectId, ObjectId> parts = new HashMap<>();
        from.all(Extension.class).forEach(before -> to.find(before.id(), Extension.class)
                .filter(after -> !after.schema().equals(before.schema()))
                .ifPresent(after -> {
                    moved.putAll(names(before.schema(), after.schema(), from, to));
                    from.all(Grant.class).map(Grant::id).filter(grant -> isOfPart(grant, before, from))
                            .forEach(grant -> parts.put(grant, moved(grant, after.schema(), own(before.schema(), from))));
                }));
        return moved.isEmpty() && parts.isEmpty() ? from : new MovedExtensions(moved, parts).applied(from);
    }

    /** The parts themselves are not listed; what is said of one needs its extension. */
    private static boolean isOfPart(ObjectId said, Extension extension, Schema schema) {
        return said.root().schema().equals(extension.schema()) && !schema.contains(said.root())
                && schema.dependenciesOf(said).contains(extension.id());
    }

    /** @param staying what is in the former schema without being a part of the extension, as SQL spells it */
    private static ObjectId moved(ObjectId id, String schema, Set<String> staying) {
        if (id.parent() != null) {
            return id.withParent(moved(id.parent(), schema, staying));
        }
        String former = Identifiers.quote(id.schema()) + ".";
        return id.withSchema(schema).withArguments(Stream.of(id.arguments().split(", "))
                .map(type -> type.startsWith(former) && !staying.contains(type.substring(former.length()).replace("[]", ""))
                        ? Identifiers.quote(schema) + "." + type.substring(former.length())
                        : type)
                .collect(Collectors.joining(", ")));
    }

    /** The qualified names that are in another schema then. */
    private static Map<String, String> names(String before, String after, Schema from, Schema to) {
        Set<String> there = mentioned(before, from);
        there.removeAll(own(before, from));
        Set<String> here = mentioned(after, to);
        here.removeAll(own(after, to));
        there.retainAll(here);
        there.removeAll(mentioned(before, to));
        return there.stream().collect(Collectors.toMap(name -> Identifiers.quote(before) + "." + name,
                name -> Identifiers.quote(after) + "." + name));
    }

    private static Set<String> own(String namespace, Schema schema) {
        return schema.ids().stream().filter(id -> id.parent() == null && id.schema().equals(namespace))
                .map(id -> Identifiers.quote(id.name())).collect(Collectors.toSet());
    }

    private static Set<String> mentioned(String namespace, Schema schema) {
        Pattern pattern = Pattern.compile("(?<![\\w$\"])" + Pattern.quote(Identifiers.quote(namespace)) + MEMBER);
        Set<String> names = new HashSet<>();
        for (DbObject object : schema.objects()) {
            RewrittenTexts.of(object, text -> {
                for (Matcher matcher = pattern.matcher(text); matcher.find();) {
                    names.add(matcher.group(1));
                }
                return text;
            });
        }
        return names;
    }

    private Schema applied(Schema from) {
        Schema.Builder builder = Schema.builder();
        for (DbObject object : from.objects()) {
            DbObject followed = RewrittenTexts.of(object, this::text).renamed(this::id);
            builder.put(followed);
            from.dependenciesOf(object.id()).forEach(need -> builder.dependency(followed.id(), id(need)));
        }
        from.unmodelled().forEach(other -> builder.unmodelled(other.kind(), other.name()));
        from.castable().forEach(cast -> builder.castable(text(cast)));
        return builder.build();
    }

    private ObjectId id(ObjectId id) {
        if (parts.containsKey(id)) {
            return parts.get(id);
        }
        ObjectId own = id.parent() == null ? id : id.withParent(id(id.parent()));
        return own.arguments().isEmpty() ? own : own.withArguments(text(own.arguments()));
    }

    private String text(String text) {
        String followed = text;
        for (Map.Entry<String, String> name : moved.entrySet()) {
            if (followed.contains(name.getKey())) {
                // what is said inside strings, the bodies of functions among them, does not follow
                followed = Pattern.compile("'(?:[^']|'')*+'|\\$([A-Za-z_]*)\\$.*?\\$\\1\\$|(?<moved>(?<![\\w$\"])"
                        + Pattern.quote(name.getKey()) + "(?![\\w$]))", Pattern.DOTALL).matcher(followed)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group().equals(name.getKey()) ? name.getValue() : found.group()));
            }
        }
        return followed;
    }
}
