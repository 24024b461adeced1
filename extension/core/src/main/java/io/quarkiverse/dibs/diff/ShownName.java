package io.quarkiverse.dibs.diff;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.SqlType;

/** What objects and types are called in a line for people: short, without {@code public}, in the words people type. */
final class ShownName {

    private static final Map<String, String> SHORT = Map.of("character varying", "varchar", "character", "char",
            "timestamp with time zone", "timestamptz", "timestamp without time zone", "timestamp",
            "time with time zone", "timetz", "time without time zone", "time", "bit varying", "varbit");

    private ShownName() {
    }

    static String kind(ObjectId id) {
        return switch (id.kind()) {
            case COLUMN -> "";
            case ENUM -> "enum";
            case COMPOSITE -> "composite type";
            case RANGE -> "range type";
            case BASE_TYPE -> "base type";
            case UNIQUE -> "unique";
            case CHECK -> "check";
            case EXTENSION_DEPENDENCE -> "dependence of";
            case OWNER -> "owner of";
            case COMMENT -> "comment on";
            default -> id.kind().label();
        };
    }

    static String of(ObjectId id) {
        return switch (id.kind()) {
            case BASE_TYPE_DEFINITION, COLUMN_DEFAULT, SEQUENCE_OWNERSHIP, PARTITION, INDEX_PARTITION, REPLICA_IDENTITY,
                    CLUSTERING ->
                id.parent().display();
            case COMMENT, OWNER -> (kind(id.parent()) + " " + of(id.parent())).strip();
            case EXTENSION_DEPENDENCE -> (kind(id.parent()) + " " + of(id.parent())).strip() + " on extension " + id.name();
            case INHERITANCE -> id.parent().display();
            case GRANT -> (id.name().isEmpty() ? "public" : id.name()) + " on "
                    + (kind(id.parent()) + " " + of(id.parent())).strip()
                    + (Grant.grantor(id).isEmpty() ? "" : " by " + Grant.grantor(id));
            case USER_MAPPING -> (id.name().isEmpty() ? "public" : id.name()) + " on " + id.parent().name();
            // the name ends in the grantee, who has none when it is everyone
            case DEFAULT_PRIVILEGES -> id.name().endsWith(" to ") ? id.name() + "public" : id.name();
            default -> id.display();
        };
    }

    /** The new name, with the schema only where that changes too. */
    static String renamed(ObjectId from, ObjectId to) {
        return from.schema().equals(to.schema()) ? to.name() : to.schema() + "." + to.name();
    }

    static String type(SqlType type) {
        TypeName name = TypeName.of(type);
        String base = SHORT.getOrDefault(name.base(), name.base());
        String modifiers = name.modifiers().isEmpty() ? ""
                : name.modifiers().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        return (base.startsWith("public.") ? base.substring("public.".length()) : base) + modifiers
                + (name.array() ? "[]" : "");
    }

    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
