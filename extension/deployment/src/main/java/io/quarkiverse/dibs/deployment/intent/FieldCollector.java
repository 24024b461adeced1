package io.quarkiverse.dibs.deployment.intent;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

import io.quarkiverse.dibs.Embeddable;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.Ignore;
import io.quarkiverse.dibs.MappedSuperclass;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;

/**
 * The fields of a class that become columns, in the order of their declaration: those of mapped superclasses first, embedded
 * ones where the embedding field stands. Never leaves out a field that is not marked so.
 */
final class FieldCollector {

    private static final DotName OBJECT = DotName.createSimple(Object.class);
    private static final DotName RECORD = DotName.createSimple("java.lang.Record");

    private final IntentBuilder builder;
    private final EmbeddingReader embeddings;

    FieldCollector(IntentBuilder builder) {
        this.builder = builder;
        this.embeddings = new EmbeddingReader(builder);
    }

    List<EntityField> of(ClassInfo type) {
        List<EntityField> fields = new ArrayList<>();
        collect(type, Map.of(), new Embedding("", false, false, List.of(type.name())), fields);
        return fields;
    }

    private void collect(ClassInfo type, Map<String, Type> variables, Embedding embedding, List<EntityField> into) {
        superclass(type, variables, embedding, into);
        for (FieldInfo field : type.fieldsInDeclarationOrder()) {
            if (Modifier.isStatic(field.flags()) || Modifier.isTransient(field.flags()) || field.isSynthetic()
                    || field.hasDeclaredAnnotation(Ignore.class)) {
                continue;
            }
            EntityField found = new EntityField(field, resolve(field.type(), variables), embedding.prefix,
                    embedding.nullable, embedding.key, builder.index);
            Optional<ClassInfo> embedded = embedded(found);
            if (embedded.isPresent()) {
                embed(found, embedded.get(), embedding, into);
            } else {
                into.add(found);
            }
        }
    }

    private void superclass(ClassInfo type, Map<String, Type> variables, Embedding embedding, List<EntityField> into) {
        DotName name = type.superName();
        if (name == null || name.equals(OBJECT) || name.equals(RECORD)) {
            return;
        }
        ClassInfo superclass = builder.index.getClassByName(name);
        if (superclass == null) {
            builder.problems.add("DIBS-0114", builder.sources.of(type),
                    "its superclass " + name + " is not in the Jandex index, so nobody knows its fields",
                    "Index the library that holds it (quarkus.index-dependency), or do not extend it.");
            return;
        }
        if (superclass.hasDeclaredAnnotation(MappedSuperclass.class)) {
            collect(superclass, arguments(type.superClassType(), superclass, variables), embedding, into);
            return;
        }
        boolean hasFields = superclass.fields().stream()
                .anyMatch(field -> !Modifier.isStatic(field.flags()) && !Modifier.isTransient(field.flags())
                        && !field.isSynthetic() && !field.hasDeclaredAnnotation(Ignore.class));
        if (hasFields) {
            builder.problems.add("DIBS-0114", builder.sources.of(type),
                    "the fields of its superclass " + name + " are neither columns nor left out",
                    superclass.hasDeclaredAnnotation(Table.class)
                            ? "Move what both tables share to a class with @MappedSuperclass."
                            : "Annotate the superclass with @MappedSuperclass, or its fields with @Ignore.");
        }
        superclass(superclass, Map.of(), embedding, into);
    }

    private Optional<ClassInfo> embedded(EntityField field) {
        Type type = JavaTypes.unwrapOptional(field.type());
        ClassInfo declared = type.kind() == Type.Kind.CLASS || type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? builder.index.getClassByName(type.name())
                : null;
        boolean asked = field.has(Embedded.class);
        if (declared != null && (asked || declared.hasDeclaredAnnotation(Embeddable.class))
                && field.annotation(io.quarkiverse.dibs.Column.class).flatMap(column -> column.given("type")).isEmpty()) {
            return Optional.of(declared);
        }
        if (asked) {
            builder.problems.add("DIBS-0114", builder.sources.of(field.field()),
                    "the class " + JavaTypes.describe(type) + " that it embeds is not in the Jandex index",
                    "Embed a class or record of the module or of an indexed library.");
        }
        return Optional.empty();
    }

    private void embed(EntityField field, ClassInfo embedded, Embedding outer, List<EntityField> into) {
        if (outer.path.contains(embedded.name())) {
            builder.problems.add("DIBS-0114", builder.sources.of(field.field()),
                    "it embeds " + embedded.name() + " in itself", "Break the ring with a table of its own.");
            return;
        }
        embeddings.read(field, embedded);
        List<DotName> path = new ArrayList<>(outer.path);
        path.add(embedded.name());
        Embedding inner = new Embedding(
                outer.prefix + field.annotation(Embedded.class).map(values -> values.text("prefix")).orElse(""),
                outer.nullable || field.isMarkedNullable(), outer.key || field.has(PrimaryKey.class), path);
        collect(embedded, arguments(JavaTypes.unwrapOptional(field.type()), embedded, Map.of()), inner, into);
    }

    private static Map<String, Type> arguments(Type use, ClassInfo declared, Map<String, Type> outer) {
        if (use == null || use.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return Map.of();
        }
        Map<String, Type> variables = new HashMap<>();
        for (int i = 0; i < declared.typeParameters().size(); i++) {
            variables.put(declared.typeParameters().get(i).identifier(),
                    resolve(use.asParameterizedType().arguments().get(i), outer));
        }
        return variables;
    }

    private static Type resolve(Type type, Map<String, Type> variables) {
        if (type.kind() == Type.Kind.TYPE_VARIABLE) {
            return variables.getOrDefault(type.asTypeVariable().identifier(), type);
        }
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE && !variables.isEmpty()) {
            ParameterizedType parameterized = type.asParameterizedType();
            return ParameterizedType.create(parameterized.name(),
                    parameterized.arguments().stream().map(argument -> resolve(argument, variables)).toArray(Type[]::new));
        }
        return type;
    }

    /** What the fields of an embedded value inherit from the fields that embed it. */
    private record Embedding(String prefix, boolean nullable, boolean key, List<DotName> path) {
    }
}
