package io.quarkiverse.dibs.deployment.intent;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * One field that becomes a column of one table: its own, inherited from a mapped superclass, or of an embedded value.
 *
 * @param type the field's type with type variables resolved
 * @param prefix what the embedding fields put before the column's name
 * @param nullable whether an embedding field is nullable
 * @param key whether an embedding field is (part of) the primary key
 */
record EntityField(FieldInfo field, Type type, String prefix, boolean nullable, boolean key, IndexView index) {

    Optional<Values> annotation(Class<? extends Annotation> annotation) {
        return Optional.ofNullable(field.declaredAnnotation(DotName.createSimple(annotation))).map(Values::new);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return field.hasDeclaredAnnotation(annotation);
    }

    /** All of a repeatable annotation, in the order they are written. */
    List<Values> annotations(Class<? extends Annotation> annotation) {
        return field.declaredAnnotationsWithRepeatable(DotName.createSimple(annotation), index).stream().map(Values::new)
                .toList();
    }

    /** Whether the field itself says that it may be null, by an annotation of whatever package or by an {@code Optional}. */
    boolean isMarkedNullable() {
        return JavaTypes.isOptional(type) || annotation(io.quarkiverse.dibs.Column.class)
                .map(column -> column.flag("nullable", false)).orElse(false)
                || field.declaredAnnotations().stream().anyMatch(found -> isNullable(found.name()))
                || field.type().annotations().stream().anyMatch(found -> isNullable(found.name()))
                || type.annotations().stream().anyMatch(found -> isNullable(found.name()));
    }

    private static boolean isNullable(DotName annotation) {
        String name = annotation.withoutPackagePrefix();
        return name.substring(name.lastIndexOf('$') + 1).equals("Nullable");
    }
}
