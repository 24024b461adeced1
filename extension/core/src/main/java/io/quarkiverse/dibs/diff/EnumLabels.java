package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.IdMap;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.Literals;

/**
 * Labels of enums that get another text. A label is no object of its own, but has an identity to be renamed by: a part of its
 * type, of the type's own kind.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE ... RENAME VALUE</a>
 */
public final class EnumLabels {

    private EnumLabels() {
    }

    public static ObjectId idOf(ObjectId type, String label) {
        return ObjectId.part(ObjectKind.ENUM, type, label);
    }

    /** The identities of all labels of a schema. */
    public static Stream<ObjectId> ids(Schema schema) {
        return schema.all(EnumType.class).flatMap(type -> type.labels().stream().map(label -> idOf(type.id(), label)));
    }

    /** Whether the schema has the object, or the label. */
    static boolean contains(Schema schema, ObjectId id) {
        return isLabel(id)
                ? schema.find(id.parent(), EnumType.class).filter(type -> type.labels().contains(id.name())).isPresent()
                : schema.contains(id);
    }

    private static boolean isLabel(ObjectId id) {
        return id.kind() == ObjectKind.ENUM && id.parent() != null;
    }

    /** The type with its labels as they are to be called; its own name is not touched. */
    static EnumType renamed(EnumType type, IdMap ids) {
        return new EnumType(type.id(), type.labels().stream().map(label -> ids.map(idOf(type.id(), label)).name()).toList());
    }

    /** The changes that rename labels, in terms of the types' present names. */
    static List<Change> changes(Schema source, RenameMap renames) {
        List<Change> changes = new ArrayList<>();
        if (renames.renames().keySet().stream().anyMatch(EnumLabels::isLabel)) {
            source.all(EnumType.class).forEach(type -> {
                EnumType before = new EnumType(renames.map(type.id()), type.labels());
                EnumType after = renamed(type, renames).renamed(renames);
                if (!before.equals(after)) {
                    changes.add(new Change.Alter(new Alteration(before, after, Aspect.ENUM_LABEL_NAMES)));
                }
            });
        }
        return changes;
    }

    /** A type one of whose labels stands where another was may have got a new text for it. */
    static void questions(Schema from, Schema to, List<RenameQuestion> questions) {
        to.all(EnumType.class).forEach(after -> from.find(after.id(), EnumType.class)
                .filter(before -> before.labels().size() == after.labels().size()).ifPresent(before -> {
                    for (int i = 0; i < after.labels().size(); i++) {
                        String former = before.labels().get(i);
                        String present = after.labels().get(i);
                        if (!after.labels().contains(former) && !before.labels().contains(present)) {
                            questions.add(new RenameQuestion(idOf(after.id(), former), idOf(after.id(), present)));
                        }
                    }
                }));
    }

    /**
     * A piece of SQL as Postgres prints it once the labels of {@code type} have their present texts: constants of the type and
     * of arrays of it.
     */
    static String replace(String sql, EnumType type, IdMap ids) {
        Map<String, String> texts = new TreeMap<>();
        type.labels().forEach(label -> texts.put(label, ids.map(idOf(type.id(), label)).name()));
        String name = Identifiers.qualify(type.id().schema(), type.id().name());
        Matcher constant = Pattern.compile("(?<!')'((?:[^']|'')*+)'::" + Pattern.quote(name) + "(\\[\\])?(?![\\w$\"])")
                .matcher(sql);
        return constant.replaceAll(found -> Matcher.quoteReplacement(constant(found.group(1).replace("''", "'"),
                Optional.ofNullable(found.group(2)), texts) + "::" + name + Optional.ofNullable(found.group(2)).orElse("")));
    }

    private static String constant(String value, Optional<String> array, Map<String, String> texts) {
        if (array.isEmpty()) {
            return Literals.string(texts.getOrDefault(value, value));
        }
        if (!value.startsWith("{") || value.contains("\"")) {
            return Literals.string(value);
        }
        return Literals.string(Stream.of(value.substring(1, value.length() - 1).split(","))
                .map(label -> texts.getOrDefault(label, label)).collect(Collectors.joining(",", "{", "}")));
    }
}
