package io.quarkiverse.dibs.deployment.intent;

import java.util.Optional;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.deployment.intent.ScalarTypes.ScalarType;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * From a field's Java type, and what {@code @Column} says about it, to the Postgres type. A type it does not know is a mistake.
 */
final class TypeMapping {

    private final IntentBuilder builder;
    private final EnumReader enums;

    TypeMapping(IntentBuilder builder, EnumReader enums) {
        this.builder = builder;
        this.enums = enums;
    }

    Optional<MappedType> map(EntityField field, Place place) {
        Optional<Values> column = field.annotation(Column.class);
        Optional<String> written = column.flatMap(values -> values.given("type"));
        if (written.isPresent()) {
            modifiersWithoutUse(column, place, "together with type");
            notEnumerated(field, "together with @Column(type = ...)", place);
            return Optional.of(MappedType.of(SqlTypeNames.canonical(written.get())));
        }
        Type type = JavaTypes.unwrapOptional(field.type());
        Optional<Type> element = JavaTypes.element(type);
        if (element.isPresent()) {
            return single(field, element.get(), column, place).map(MappedType::asArray);
        }
        return single(field, type, column, place);
    }

    private Optional<MappedType> single(EntityField field, Type type, Optional<Values> column, Place place) {
        if (JavaTypes.isBytes(type)) {
            modifiersWithoutUse(column, place, "for bytea");
            notEnumerated(field, "for bytea", place);
            return Optional.of(MappedType.of("bytea"));
        }
        Optional<ScalarType> scalar = type.kind() == Type.Kind.ARRAY ? Optional.empty()
                : ScalarTypes.of(type.name().toString());
        if (scalar.isPresent()) {
            notEnumerated(field, "for " + type.name() + ", which is no enum", place);
            return Optional.of(MappedType.of(modified(scalar.get(), type, column, place)));
        }
        ClassInfo declared = type.kind() == Type.Kind.CLASS ? builder.index.getClassByName(type.name()) : null;
        if (declared != null && declared.isEnum()) {
            modifiersWithoutUse(column, place, "for an enum");
            return enums.read(declared, field.annotation(Enumerated.class), place).map(TypeMapping::enumType);
        }
        unsupported(field.type(), declared, place);
        return Optional.empty();
    }

    private static MappedType enumType(EnumModel model) {
        MappedType type = MappedType.of(model.text() ? "text" : Identifiers.qualify(model.id()));
        return new MappedType(type.type(), Optional.of(model), false);
    }

    private String modified(ScalarType scalar, Type type, Optional<Values> column, Place place) {
        int length = column.map(values -> values.number("length", -1)).orElse(-1);
        int precision = column.map(values -> values.number("precision", -1)).orElse(-1);
        int scale = column.map(values -> values.number("scale", 0)).orElse(0);
        switch (scalar.modifier()) {
            case NONE -> modifiersWithoutUse(column, place, "for " + scalar.name());
            case LENGTH -> {
                if (precision >= 0 || scale != 0) {
                    misplaced(place, "precision and scale have no meaning for " + type.name());
                }
                if (length == 0 || length < -1 || length > 10485760) {
                    misplaced(place, "a length is between 1 and 10485760, not " + length);
                }
                return length > 0 ? "character varying(" + length + ")" : scalar.name();
            }
            case PRECISION_AND_SCALE -> {
                if (length >= 0) {
                    misplaced(place, "length has no meaning for " + type.name() + ", its digits are its precision");
                }
                if (precision == 0 || precision < -1 || precision > 1000 || scale < -1000 || scale > 1000) {
                    misplaced(place, "numeric(" + precision + "," + scale + ") is no type of Postgres");
                }
                if (precision < 0 && scale != 0) {
                    misplaced(place, "scale needs a precision");
                }
                return precision > 0 ? "numeric(" + precision + "," + scale + ")" : scalar.name();
            }
            case FRACTION -> {
                if (length >= 0 || scale != 0 || precision < -1 || precision > 6) {
                    misplaced(place, "only a precision from 0 to 6 has a meaning for " + type.name());
                }
                return precision >= 0 ? SqlTypeNames.withFraction(scalar.name(), precision) : scalar.name();
            }
        }
        return scalar.name();
    }

    private void modifiersWithoutUse(Optional<Values> column, Place place, String why) {
        if (column.isPresent() && (column.get().number("length", -1) >= 0 || column.get().number("precision", -1) >= 0
                || column.get().number("scale", 0) != 0)) {
            misplaced(place, "length, precision and scale have no meaning " + why);
        }
    }

    private void notEnumerated(EntityField field, String why, Place place) {
        if (field.has(Enumerated.class)) {
            builder.problems.add("DIBS-0113", place, "@Enumerated has no meaning " + why,
                    "Make the field one of an enum, or remove @Enumerated.");
        }
    }

    private void misplaced(Place place, String message) {
        builder.problems.add("DIBS-0120", place, message, "Correct or remove it in @Column.");
    }

    private void unsupported(Type type, ClassInfo declared, Place place) {
        String remedy = declared != null && IntentBuilder.annotation(declared, Table.class).isPresent()
                ? "Use the type of its primary key for the field and add @ForeignKey(entity = "
                        + EnumReader.simpleName(declared)
                        + ".class)."
                : "Name the Postgres type with @Column(type = \"...\") (for example \"jsonb\"), or mark the field @Ignore.";
        builder.problems.add("DIBS-0101", place, "the Java type " + JavaTypes.describe(type) + " has no Postgres type", remedy);
    }
}
