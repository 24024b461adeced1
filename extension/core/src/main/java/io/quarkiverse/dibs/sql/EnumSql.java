package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for enums. Labels are added one by one; one that goes takes a new type, to which columns move. */
final class EnumSql implements KindSql<EnumType> {

    @Override
    public List<String> create(EnumType type, WriteContext context) {
        return List.of("CREATE TYPE " + Identifiers.qualify(type.id()) + " AS ENUM ("
                + type.labels().stream().map(Literals::string).collect(Collectors.joining(", ")) + ")");
    }

    @Override
    public List<String> drop(EnumType type, WriteContext context) {
        return List.of("DROP TYPE " + Identifiers.qualify(type.id()));
    }

    @Override
    public List<String> rename(EnumType from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(EnumType from, EnumType to, Aspect aspect, WriteContext context) {
        if (aspect != Aspect.ENUM_LABELS) {
            return KindSql.cannotAlter(from, aspect);
        }
        List<String> statements = new ArrayList<>();
        String previous = null;
        for (String label : to.labels()) {
            if (!from.labels().contains(label)) {
                statements.add("ALTER TYPE " + Identifiers.qualify(to.id()) + " ADD VALUE " + Literals.string(label)
                        + place(previous, from.labels()));
            }
            previous = label;
        }
        return statements;
    }

    /** The statement that gives a label another text; the values of that label follow. */
    static String renameLabel(ObjectId type, String from, String to) {
        return "ALTER TYPE " + Identifiers.qualify(type) + " RENAME VALUE " + Literals.string(from) + " TO "
                + Literals.string(to);
    }

    private static String place(String previous, List<String> existing) {
        if (previous != null) {
            return " AFTER " + Literals.string(previous);
        }
        return existing.isEmpty() ? "" : " BEFORE " + Literals.string(existing.get(0));
    }
}
