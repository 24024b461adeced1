package io.quarkiverse.dibs.schema;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The constraint by which Postgres 18 and later keeps a column's {@code NOT NULL} (manual, pg_constraint). One that a parent
 * table hands down is named, validated and let go with the parent's.
 *
 * @param name empty for the plain name that Postgres chooses: table, column and {@code not_null}
 * @param noInherit whether child tables do without it
 * @param validated whether the rows there are were looked at
 * @param inherited whether a parent table or partitioned table hands it down
 * @param own whether the table says it for itself, so that it stays when no parent hands it down any more; never compared
 */
public record NotNull(Optional<String> name, boolean noInherit, boolean validated, boolean inherited, boolean own) {

    /** As {@code NOT NULL} without another word makes it. */
    public static final NotNull PLAIN = new NotNull(Optional.empty(), false, true, false, true);

    private static final int MOST_BYTES = 63;
    private static final String LABEL = "_not_null";
    /** Long names are cut off in front of the label, and a number makes one free that is taken. */
    private static final Pattern CHOSEN = Pattern.compile(".*" + LABEL + "\\d*", Pattern.DOTALL);

    /** The name that somebody gave it; empty where it is, or once was, for Postgres to choose. */
    public Optional<String> givenName() {
        return name.filter(given -> !CHOSEN.matcher(given).matches());
    }

    /**
     * The name that a new one has to be given so that it is called as this one: two tables may come to the same plain name, of
     * which the later one gets a number. Empty where Postgres calls it so by itself, also by cutting it off.
     */
    public Optional<String> nameToWrite(ObjectId column) {
        if (name.isEmpty()) {
            return name;
        }
        String plain = plainName(column);
        boolean cutOff = plain.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
        return cutOff ? givenName() : name.filter(given -> !given.equals(plain));
    }

    /** The name it has in the catalog, as the constraint of this column. */
    public String nameOn(ObjectId column) {
        return name.orElseGet(() -> plainName(column));
    }

    /** Whether this one is to be called otherwise than the present one. */
    public boolean isNamedUnlike(NotNull present) {
        return !inherited && !givenName().equals(present.givenName());
    }

    public NotNull withName(Optional<String> newName) {
        return new NotNull(newName, noInherit, validated, inherited, own);
    }

    public NotNull withValidated(boolean newValidated) {
        return new NotNull(name, noInherit, newValidated, inherited, own);
    }

    /** A constraint keeps its name when its table or column gets another. */
    NotNull moved(ObjectId from, ObjectId to) {
        String present = nameOn(from);
        String plain = plainName(to);
        return name.isEmpty() && present.equals(plain) ? this
                : new NotNull(Optional.of(present).filter(kept -> !kept.equals(plain)), noInherit, validated, inherited, own);
    }

    private static String plainName(ObjectId column) {
        return column.parent().name() + "_" + column.name() + LABEL;
    }
}
