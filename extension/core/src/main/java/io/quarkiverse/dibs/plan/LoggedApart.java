package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Since Postgres 15 the sequences that a table's columns own become unlogged, or logged again, with the table: those that are
 * to
 * be otherwise are turned back.
 */
final class LoggedApart {

    private static final int FIRST = 15;

    private final Diff diff;
    private final int major;

    LoggedApart(Diff diff, int major) {
        this.diff = diff;
        this.major = major;
    }

    List<String> after(Alteration alteration, WriteContext context) {
        if (alteration.aspect() != Aspect.TABLE_PERSISTENCE || major < FIRST) {
            return List.of();
        }
        Table table = (Table) alteration.to();
        return Stream.concat(ownedBy(table.id(), diff.from().all(SequenceOwnership.class)),
                ownedBy(table.id(), diff.to().all(SequenceOwnership.class))).distinct().sorted()
                .filter(sequence -> diff.from().contains(sequence))
                .flatMap(sequence -> diff.to().find(sequence, Sequence.class).stream())
                .filter(sequence -> sequence.persistence() != table.persistence())
                .flatMap(sequence -> turnedBack(sequence, table.persistence(), context)).toList();
    }

    private static Stream<ObjectId> ownedBy(ObjectId table, Stream<SequenceOwnership> all) {
        return all.filter(owned -> owned.column().isWithin(table)).map(owned -> owned.id().parent());
    }

    private static Stream<String> turnedBack(Sequence sequence, Persistence now, WriteContext context) {
        Sequence followed = new Sequence(sequence.id(), sequence.options(), now);
        return DdlWriter.alter(new Alteration(followed, sequence, Aspect.SEQUENCE_PERSISTENCE), context).stream();
    }
}
