package io.quarkiverse.dibs.schema;

/** Something the database has that dibs does not model: it is named to the user, never touched and never hidden. */
public record Unmodelled(String kind, String name) implements Comparable<Unmodelled> {

    @Override
    public int compareTo(Unmodelled other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
