package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;

/** SQL for sequences and, as text, for the options of identity columns. Never touches a current value. */
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
            case SEQUENCE_OPTIONS -> List.of(alter + " " + change(from.options(), to.options()));
            case SEQUENCE_PERSISTENCE ->
                List.of(alter + " SET " + (to.persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED"));
            default -> KindSql.cannotAlter(from, aspect);
        };
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
