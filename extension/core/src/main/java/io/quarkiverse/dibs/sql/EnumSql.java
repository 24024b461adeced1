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
        return switch (aspect) {
            case ENUM_LABEL_NAMES -> renameLabels(from, to);
            case ENUM_LABELS -> addLabels(from, to);
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    /** The labels stand in the same places; texts that are swapped go through others in between. */
    private static List<String> renameLabels(EnumType from, EnumType to) {
        List<String> present = new ArrayList<>(from.labels());
        List<String> statements = new ArrayList<>();
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            String label = to.labels().get(i);
            if (present.get(i).equals(label)) {
                continue;
            }
            boolean taken = present.contains(label);
            String now = taken ? "__dibs_old_" + i : label;
            statements.add(renameLabel(to.id(), present.get(i), now));
            present.set(i, now);
            if (taken) {
                waiting.add(i);
            }
        }
        waiting.forEach(i -> statements.add(renameLabel(to.id(), present.get(i), to.labels().get(i))));
        return statements;
    }

    private static List<String> addLabels(EnumType from, EnumType to) {
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
    private static String renameLabel(ObjectId type, String from, String to) {
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
