package io.quarkiverse.dibs.deployment.intent;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.GeneratedColumn;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.TriggerCheck;
import io.quarkiverse.dibs.Unique;

/**
 * What is said where a value is embedded, and on the class of the value. A field that becomes several columns is none itself,
 * and an embeddable class has no table: whatever is about one would be passed over, so it is a mistake.
 */
final class EmbeddingReader {

    private static final List<Class<? extends Annotation>> OF_A_COLUMN = List.of(Check.class, Comment.class, DefaultValue.class,
            Enumerated.class, ForeignKey.class, GeneratedColumn.class, Identity.class, Index.class, RenamedFrom.class,
            Unique.class);
    private static final List<Class<? extends Annotation>> OF_A_TABLE = List.of(Check.class, ForeignKey.class, Index.class,
            PrimaryKey.class, TriggerCheck.class, Unique.class);
    private static final Set<String> OF_ALL_COLUMNS = Set.of("nullable");

    private final IntentBuilder builder;

    EmbeddingReader(IntentBuilder builder) {
        this.builder = builder;
    }

    void read(EntityField field, ClassInfo embedded) {
        Place place = builder.sources.of(field.field());
        for (Class<? extends Annotation> annotation : OF_A_COLUMN) {
            if (!field.annotations(annotation).isEmpty()) {
                builder.problems.add("DIBS-0113", place, "@" + annotation.getSimpleName()
                        + " is about one column, and the field embeds all those of " + embedded.name(),
                        "Write it on a field of that class, or on the class of the entity with the columns it is about.");
            }
        }
        field.annotation(Column.class).ifPresent(column -> {
            List<String> members = column.annotation().values().stream().map(AnnotationValue::name)
                    .filter(name -> !OF_ALL_COLUMNS.contains(name)).toList();
            if (!members.isEmpty()) {
                builder.problems.add("DIBS-0113", place, "@Column(" + String.join(", ", members)
                        + ") is about one column, and the field embeds all those of " + embedded.name(),
                        "Write it on a field of that class; before their names comes @Embedded(prefix = \"...\").");
            }
        });
        for (Class<? extends Annotation> annotation : OF_A_TABLE) {
            if (!annotations(embedded, annotation).isEmpty()) {
                builder.problems.add("DIBS-0113", builder.sources.of(embedded), "@" + annotation.getSimpleName()
                        + " is about a table, and the class is embedded in those of others",
                        "Write it on its fields, or on the classes of the entities.");
            }
        }
    }

    private List<Values> annotations(ClassInfo type, Class<? extends Annotation> annotation) {
        return IntentBuilder.annotations(type, annotation, builder.index);
    }
}
