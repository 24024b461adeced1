package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;

/**
 * SQL for sequences and, as text, for the options of identity columns. Touches a current value only where it would be out of
 * bounds, or where a new sequence would give the numbers that rows have.
 */
final class SequenceSql implements KindSql<Sequence> {

    @Override
    public List<String> create(Sequence sequence, WriteContext context) {
        SequenceOptions options = sequence.options();
        String type = options.dataType().name().equals("bigint") ? "" : " AS " + options.dataType();
        String rest = differing(initial(options), options);
        return List.of("CREATE " + (sequence.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "") + "SEQUENCE "
                + Identifiers.qualify(sequence.id()) + type + (rest.isEmpty() ? "" : " " + rest));
    }

    @Override
    public List<String> drop(Sequence sequence, WriteContext context) {
        return List.of("DROP SEQUENCE " + Identifiers.qualify(sequence.id()));
    }

    @Override
    public List<String> rename(Sequence from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Sequence from, Sequence to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id());
        return switch (aspect) {
            case SEQUENCE_OPTIONS -> {
                List<String> statements = new ArrayList<>();
                if (narrows(from.options(), to.options())) {
                    statements.addAll(widened(alter + " " + wider(from.options(), to.options()), "", from.options(),
                            to.options()));
                    String name = Identifiers.qualify(to.id());
                    statements.add("SELECT pg_catalog.setval(" + Literals.string(name) + "::regclass, " + clamped("last_value",
                            to.options()) + ", is_called) FROM " + name + " WHERE last_value NOT BETWEEN " + to.options().min()
                            + " AND " + to.options().max());
                }
                statements.add(alter + " " + change(from.options(), to.options()));
                yield statements;
            }
            case SEQUENCE_PERSISTENCE ->
                List.of(alter + " SET " + (to.persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED"));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    /**
     * Lets a new sequence begin behind the numbers that the rows of a column have; it does nothing where there are none within
     * its bounds.
     *
     * @param sequence SQL for its name, as {@code regclass} or text
     */
    static String behindTheRows(ObjectId column, String sequence, SequenceOptions options) {
        boolean upwards = options.increment() > 0;
        String name = Identifiers.quote(column.name());
        return "SELECT pg_catalog.setval(" + sequence + ", r.last) FROM (SELECT pg_catalog." + (upwards ? "max(" : "min(")
                + name
                + ") AS last FROM " + Identifiers.qualify(column.parent()) + ") r WHERE r.last BETWEEN "
                + (upwards ? options.start() + " AND " + options.max() : options.min() + " AND " + options.start());
    }

    /** Bounds that hold the old and the new ones may need the new type. */
    private static String wider(SequenceOptions from, SequenceOptions to) {
        return SequenceOptions.maximumOf(to.dataType()) > SequenceOptions.maximumOf(from.dataType())
                ? "AS " + to.dataType() + " "
                : "";
    }

    /** Whether values that were allowed no longer are: the present one has to be brought inside the new bounds first. */
    static boolean narrows(SequenceOptions from, SequenceOptions to) {
        return to.min() > from.min() || to.max() < from.max();
    }

    /** New bounds that have nothing in common with the old ones are reached through bounds that hold both. */
    static List<String> widened(String head, String set, SequenceOptions from, SequenceOptions to) {
        boolean disjoint = to.min() > from.max() || to.max() < from.min();
        return disjoint ? List.of(head + set + "MINVALUE " + Math.min(from.min(), to.min()) + " " + set + "MAXVALUE "
                + Math.max(from.max(), to.max())) : List.of();
    }

    static String clamped(String value, SequenceOptions to) {
        return "GREATEST(LEAST(" + value + ", " + to.max() + "), " + to.min() + ")";
    }

    private static String change(SequenceOptions from, SequenceOptions to) {
        boolean retyped = !from.dataType().equals(to.dataType());
        String rest = differing(retyped ? from.withDataType(to.dataType()) : from, to);
        return (retyped ? "AS " + to.dataType() + (rest.isEmpty() ? "" : " ") : "") + rest;
    }

    /** The options that Postgres would not choose by itself for an identity column of the type, or an empty text. */
    static String identityOptions(SequenceOptions options) {
        return differing(initial(options), options);
    }

    /** What Postgres chooses for a sequence of the type and increment. */
    static SequenceOptions initial(SequenceOptions options) {
        SqlType type = options.dataType();
        boolean ascending = options.increment() > 0;
        long min = ascending ? 1 : SequenceOptions.minimumOf(type);
        long max = ascending ? SequenceOptions.maximumOf(type) : -1;
        // the start follows the bound that is given, so it must be compared with that one
        return new SequenceOptions(type, ascending ? options.min() : options.max(), 1, min, max, 1, false);
    }

    /** The options of {@code to} that {@code from} has not, as CREATE and ALTER SEQUENCE take them. */
    static String differing(SequenceOptions from, SequenceOptions to) {
        return String.join(" ", differingList(from, to));
    }

    static List<String> differingList(SequenceOptions from, SequenceOptions to) {
        List<String> words = new ArrayList<>();
        if (from.increment() != to.increment()) {
            words.add("INCREMENT BY " + to.increment());
        }
        if (from.min() != to.min()) {
            words.add("MINVALUE " + to.min());
        }
        if (from.max() != to.max()) {
            words.add("MAXVALUE " + to.max());
        }
        if (from.start() != to.start()) {
            words.add("START WITH " + to.start());
        }
        if (from.cache() != to.cache()) {
            words.add("CACHE " + to.cache());
        }
        if (from.cycle() != to.cycle()) {
            words.add(to.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return words;
    }
}
