package io.quarkiverse.dibs.deployment.intent;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.dibs.MappedSuperclass;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.Intent.Rename;
import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What the readers of one build share: the index, the settings, the mistakes found, and the intent as it grows. Not
 * thread-safe.
 */
final class IntentBuilder {

    private static final String EVERYWHERE = "public";

    final IndexView index;
    final IntentSettings settings;
    final SourceLookup sources;
    final BuildProblems problems;

    private final Schema.Builder schema = Schema.builder();
    private final SortedMap<ObjectId, Source> recorded = new TreeMap<>();
    private final SortedMap<ObjectId, String> conversions = new TreeMap<>();
    private final List<Rename> renames = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    IntentBuilder(IndexView index, IntentSettings settings, SourceLookup sources, BuildProblems problems) {
        this.index = index;
        this.settings = settings;
        this.sources = sources;
        this.problems = problems;
    }

    /**
     * Adds the object and, the first time, its schema, unless that is the one every database has. An object that stands already
     * is left; the caller has told why.
     */
    void add(DbObject object, Place place) {
        if (!object.id().schema().isEmpty() && !object.id().schema().equals(EVERYWHERE)) {
            schema.put(new Namespace(ObjectId.namespace(object.id().schema())));
        }
        if (!schema.contains(object.id())) {
            schema.add(object);
            recorded.put(object.id(), place.source(Optional.empty()));
        }
    }

    /** Says of a table, column or type from which Java type it comes, and what its documentation is. */
    void source(ObjectId id, Place place, String javaType) {
        recorded.put(id, place.source(Optional.of(javaType)));
    }

    void comment(ObjectId target, Optional<Values> annotation, Place place) {
        annotation.map(comment -> comment.text("value")).filter(text -> !text.isEmpty())
                .ifPresent(text -> add(new Comment(Comment.idOf(target), text), place));
    }

    void rename(ObjectId from, ObjectId to) {
        renames.add(new Rename(from, to));
    }

    void conversion(ObjectId column, String using) {
        conversions.put(column, using);
    }

    void dependency(ObjectId dependent, ObjectId referenced) {
        schema.dependency(dependent, referenced);
    }

    void warn(String text) {
        warnings.add(text);
    }

    /** Whether the name can be one of Postgres; tells why when it cannot. */
    boolean isName(String what, String name, Place place) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            problems.add("DIBS-0120", place, "the name of the " + what + " is empty or holds a NUL character",
                    "Give it another name.");
            return false;
        }
        if (!Identifiers.fits(name)) {
            problems.add("DIBS-0107", place,
                    "the name \"" + name + "\" of the " + what + " has " + Identifiers.bytes(name) + " bytes, Postgres keeps "
                            + Identifiers.MAX_BYTES,
                    "Give it a shorter name in its annotation.");
            return false;
        }
        return true;
    }

    /** What stands on the class and on its mapped superclasses, whose columns are its own: theirs first. */
    static List<Values> annotations(ClassInfo type, Class<? extends Annotation> annotation, IndexView index) {
        List<Values> found = new ArrayList<>();
        for (ClassInfo each = type; each != null; each = each.superName() == null ? null
                : index.getClassByName(each.superName())) {
            if (each == type || each.hasDeclaredAnnotation(MappedSuperclass.class)) {
                found.addAll(0, each.declaredAnnotationsWithRepeatable(DotName.createSimple(annotation), index).stream()
                        .map(Values::new).toList());
            }
        }
        return found;
    }

    static Optional<Values> annotation(ClassInfo type, Class<? extends Annotation> annotation) {
        return Optional.ofNullable(type.declaredAnnotation(DotName.createSimple(annotation))).map(Values::new);
    }

    Intent build() {
        List<Rename> sorted = renames.stream().distinct()
                .sorted(Comparator.comparing(Rename::to).thenComparing(Rename::from)).toList();
        return new Intent(schema.build(), settings.defaultSchema(), sorted, recorded, conversions,
                warnings.stream().distinct().sorted().toList());
    }
}
