package io.quarkiverse.dibs.deployment.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;

import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.EnumLabel;
import io.quarkiverse.dibs.EnumNaming;
import io.quarkiverse.dibs.EnumStorage;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * A Java enum as a Postgres enum type or as the labels of checked text; each type is added once, when a column first uses it.
 */
final class EnumReader {

    private final IntentBuilder builder;
    private final Map<ObjectId, EnumModel> types = new HashMap<>();
    private final Map<ObjectId, Place> places = new TreeMap<>();

    EnumReader(IntentBuilder builder) {
        this.builder = builder;
    }

    /** @param onField what the field says about its enum, which wins over what the enum says */
    Optional<EnumModel> read(ClassInfo type, Optional<Values> onField, Place user) {
        Optional<Values> onType = IntentBuilder.annotation(type, Enumerated.class);
        Optional<Values> said = onField.or(() -> onType);
        EnumNaming naming = said.map(values -> values.constant("naming", EnumNaming.CONSTANT_NAME))
                .orElse(EnumNaming.CONSTANT_NAME);
        List<String> labels = labels(type, naming, user);
        if (said.map(values -> values.constant("value", EnumStorage.POSTGRES_ENUM))
                .orElse(EnumStorage.POSTGRES_ENUM) == EnumStorage.TEXT_CHECK) {
            return labels.isEmpty() ? empty(type, user) : Optional.of(new EnumModel(null, labels, true));
        }
        String name = onField.flatMap(values -> values.given("name"))
                .or(() -> onType.flatMap(values -> values.given("name")))
                .orElseGet(() -> builder.settings.naming().name(simpleName(type)));
        String schema = onField.flatMap(values -> values.given("schema"))
                .or(() -> onType.flatMap(values -> values.given("schema")))
                .orElse(builder.settings.defaultSchema());
        Place place = builder.sources.of(type);
        if (!builder.isName("enum type", name, place) || !builder.isName("schema", schema, place)) {
            return Optional.empty();
        }
        EnumModel model = new EnumModel(ObjectId.inSchema(ObjectKind.ENUM, schema, name), labels, false);
        add(model, type, place);
        return Optional.of(model);
    }

    /** Each table is a type of its name, so that no enum can be called like one. */
    void apartFrom(List<TableModel> tables) {
        Map<ObjectId, TableModel> byId = tables.stream().collect(Collectors.toMap(TableModel::id, Function.identity()));
        places.forEach((type, place) -> {
            TableModel table = byId.get(ObjectId.table(type.schema(), type.name()));
            if (table != null) {
                builder.problems.add("DIBS-0119", place,
                        "the enum type " + type.display() + " is called like the table of " + table.place().display(),
                        "Give it another name, for a table is a type, too: @Enumerated(name = \"...\").");
            }
        });
    }

    static String simpleName(ClassInfo type) {
        String name = type.name().withoutPackagePrefix();
        return name.substring(name.lastIndexOf('$') + 1);
    }

    private Optional<EnumModel> empty(ClassInfo type, Place user) {
        builder.problems.add("DIBS-0116", user, "the enum " + type.name() + " has no constants to check for",
                "Give it constants, or keep it as a Postgres enum.");
        return Optional.empty();
    }

    private void add(EnumModel model, ClassInfo type, Place place) {
        EnumModel other = types.putIfAbsent(model.id(), model);
        if (other != null) {
            if (!other.equals(model)) {
                builder.problems.add("DIBS-0119", place,
                        "the enum type " + model.id().display() + " is also that of another enum, with other labels",
                        "Give one of them another name: @Enumerated(name = \"...\").");
            }
            return;
        }
        places.put(model.id(), place);
        builder.add(new EnumType(model.id(), model.labels()), place);
        builder.source(model.id(), place, type.name().toString());
        builder.comment(model.id(), IntentBuilder.annotation(type, Comment.class), place);
        IntentBuilder.annotation(type, RenamedFrom.class).ifPresent(values -> values.texts("value")
                .forEach(former -> builder.rename(model.id().withName(former), model.id())));
        List<FieldInfo> constants = constants(type);
        for (int i = 0; i < Math.min(constants.size(), model.labels().size()); i++) {
            ObjectId label = ObjectId.part(ObjectKind.ENUM, model.id(), model.labels().get(i));
            Optional.ofNullable(constants.get(i).declaredAnnotation(DotName.createSimple(RenamedFrom.class))).map(Values::new)
                    .ifPresent(values -> values.texts("value")
                            .forEach(former -> builder.rename(label.withName(former), label)));
        }
    }

    private List<String> labels(ClassInfo type, EnumNaming naming, Place user) {
        List<String> labels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FieldInfo constant : constants(type)) {
            String label = label(constant, naming);
            Place place = builder.sources.of(constant);
            if (!seen.add(label)) {
                builder.problems.add("DIBS-0116", place, "the label \"" + label + "\" is there twice",
                        "Give each constant a label of its own: @EnumLabel(\"...\").");
            } else if (label.isEmpty() || builder.isName("enum label", label, place)) {
                labels.add(label);
            }
        }
        return labels;
    }

    private static String label(FieldInfo constant, EnumNaming naming) {
        return Optional.ofNullable(constant.declaredAnnotation(DotName.createSimple(EnumLabel.class))).map(Values::new)
                // an empty label is one, too
                .map(values -> values.text("value"))
                .orElseGet(() -> switch (naming) {
                    case CONSTANT_NAME -> constant.name();
                    case LOWER_CASE -> constant.name().toLowerCase(Locale.ROOT);
                });
    }

    private static List<FieldInfo> constants(ClassInfo type) {
        return type.fieldsInDeclarationOrder().stream().filter(FieldInfo::isEnumConstant).toList();
    }
}
