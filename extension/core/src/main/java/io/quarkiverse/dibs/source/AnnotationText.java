package io.quarkiverse.dibs.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One annotation as it is written: {@code @Column(value = "a", length = 40)}. Not thread-safe. */
final class AnnotationText {

    private final String name;
    private final List<String> members = new ArrayList<>();
    private String value;

    AnnotationText(String name) {
        this.name = name;
    }

    /** The member that may stand alone. */
    AnnotationText value(String text) {
        value = MigrationSource.literal(text);
        return this;
    }

    AnnotationText text(String member, String text) {
        return code(member, MigrationSource.literal(text));
    }

    AnnotationText texts(String member, List<String> texts) {
        return texts.isEmpty() ? this
                : codes(member, texts.stream().map(MigrationSource::literal).toList());
    }

    AnnotationText code(String member, String code) {
        members.add(member + " = " + code);
        return this;
    }

    AnnotationText codes(String member, List<String> codes) {
        return code(member, codes.size() == 1 ? codes.get(0) : codes.stream().collect(Collectors.joining(", ", "{ ", " }")));
    }

    String name() {
        return name;
    }

    boolean saysNothing() {
        return members.isEmpty() && value == null;
    }

    @Override
    public String toString() {
        if (saysNothing()) {
            return "@" + name;
        }
        if (members.isEmpty()) {
            return "@" + name + "(" + value + ")";
        }
        return "@" + name + "(" + (value == null ? "" : "value = " + value + ", ") + String.join(", ", members) + ")";
    }
}
