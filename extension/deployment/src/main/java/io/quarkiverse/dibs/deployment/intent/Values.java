package io.quarkiverse.dibs.deployment.intent;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.Type;

/** The members of one annotation, with a default for each that was not written. */
record Values(AnnotationInstance annotation) {

    String text(String name) {
        AnnotationValue value = annotation.value(name);
        return value == null ? "" : value.asString();
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    boolean flag(String name, boolean otherwise) {
        AnnotationValue value = annotation.value(name);
        return value == null ? otherwise : value.asBoolean();
    }

    int number(String name, int otherwise) {
        AnnotationValue value = annotation.value(name);
        return value == null ? otherwise : value.asInt();
    }

    long longNumber(String name, long otherwise) {
        AnnotationValue value = annotation.value(name);
        return value == null ? otherwise : value.asLong();
    }

    List<String> texts(String name) {
        AnnotationValue value = annotation.value(name);
        return value == null ? List.of() : List.of(value.asStringArray());
    }

    <E extends Enum<E>> E constant(String name, E otherwise) {
        AnnotationValue value = annotation.value(name);
        return value == null ? otherwise : Enum.valueOf(otherwise.getDeclaringClass(), value.asEnum());
    }

    Optional<Type> type(String name) {
        return Optional.ofNullable(annotation.value(name)).map(AnnotationValue::asClass)
                .filter(type -> type.kind() != Type.Kind.VOID);
    }

    List<Values> nested(String name) {
        AnnotationValue value = annotation.value(name);
        return value == null ? List.of() : List.of(value.asNestedArray()).stream().map(Values::new).toList();
    }
}
