package io.quarkiverse.dibs.deployment.intent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** What kinds of wrapper a Java type is made of, before any Postgres type is looked for. */
final class JavaTypes {

    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final Map<DotName, Type> PRIMITIVE_OPTIONALS = Map.of(
            DotName.createSimple("java.util.OptionalInt"), Type.create(DotName.createSimple("int"), Type.Kind.PRIMITIVE),
            DotName.createSimple("java.util.OptionalLong"), Type.create(DotName.createSimple("long"), Type.Kind.PRIMITIVE),
            DotName.createSimple("java.util.OptionalDouble"),
            Type.create(DotName.createSimple("double"), Type.Kind.PRIMITIVE));
    private static final Set<DotName> COLLECTIONS = Set.of(DotName.createSimple("java.util.List"),
            DotName.createSimple("java.util.Set"), DotName.createSimple("java.util.Collection"));

    private JavaTypes() {
    }

    static boolean isOptional(Type type) {
        return type.name().equals(OPTIONAL) || PRIMITIVE_OPTIONALS.containsKey(type.name());
    }

    /** What an {@code Optional} holds; any other type is itself. A raw {@code Optional} holds nothing that is known. */
    static Type unwrapOptional(Type type) {
        Type primitive = PRIMITIVE_OPTIONALS.get(type.name());
        if (primitive != null) {
            return primitive;
        }
        return type.name().equals(OPTIONAL) && type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments().get(0)
                : type;
    }

    /**
     * What an array or collection holds, or empty when the type is neither; bytes are a value, not an array. An array of arrays
     * holds what the innermost holds, as in Postgres.
     */
    static Optional<Type> element(Type type) {
        if (type.kind() == Type.Kind.ARRAY) {
            Type innermost = type;
            while (innermost.kind() == Type.Kind.ARRAY && !isBytes(innermost)) {
                innermost = innermost.asArrayType().componentType();
            }
            return isBytes(type) ? Optional.empty() : Optional.of(innermost);
        }
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE && COLLECTIONS.contains(type.name())
                ? Optional.of(type.asParameterizedType().arguments().get(0))
                : Optional.empty();
    }

    static boolean isBytes(Type type) {
        return type.kind() == Type.Kind.ARRAY
                && type.asArrayType().componentType().kind() == Type.Kind.PRIMITIVE
                && type.asArrayType().componentType().name().toString().equals("byte");
    }

    /** The type as it stands in source, without annotations on it. */
    static String describe(Type type) {
        return switch (type.kind()) {
            case ARRAY -> describe(type.asArrayType().componentType()) + "[]";
            case PARAMETERIZED_TYPE -> type.name() + type.asParameterizedType().arguments().stream().map(JavaTypes::describe)
                    .collect(Collectors.joining(", ", "<", ">"));
            case CLASS, PRIMITIVE, VOID -> type.name().toString();
            case TYPE_VARIABLE, UNRESOLVED_TYPE_VARIABLE, WILDCARD_TYPE, TYPE_VARIABLE_REFERENCE -> type.toString();
        };
    }
}
