package io.quarkiverse.dibs.diff;

import java.util.Objects;

/**
 * A change in one line, for people: {@code + users.email text not null}, {@code - index users_email_idx},
 * {@code ~ users.name type text -> varchar(20)}.
 *
 * @param mark {@code +}, {@code -} or {@code ~}
 * @param kind the word for the kind of object; empty where the name alone says it (a column)
 * @param name what changes
 * @param description what it is or becomes; may be empty
 */
public record Display(char mark, String kind, String name, String description) {

    public Display {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
    }

    public static Display of(Change change) {
        return change.accept(new Change.Visitor<Display>() {
            @Override
            public Display visit(Change.Create create) {
                return new Display('+', ShownName.kind(create.id()), ShownName.of(create.id()),
                        oneLine(create.object().accept(new Description())));
            }

            @Override
            public Display visit(Change.Drop drop) {
                return new Display('-', ShownName.kind(drop.id()), ShownName.of(drop.id()), "");
            }

            @Override
            public Display visit(Change.Alter alter) {
                return new Display('~', ShownName.kind(alter.id()), ShownName.of(alter.id()),
                        oneLine(AspectDisplay.of(alter.alteration())));
            }

            @Override
            public Display visit(Change.Rename rename) {
                return new Display('~', ShownName.kind(rename.id()), ShownName.of(rename.id()),
                        "renamed to " + ShownName.renamed(rename.from().id(), rename.to()));
            }
        });
    }

    /** The whole line. */
    public String line() {
        return mark + " " + (kind.isEmpty() ? "" : kind + " ") + name + (description.isEmpty() ? "" : " " + description);
    }

    @Override
    public String toString() {
        return line();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
