package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.plan.online.PartitionBound;
import io.quarkiverse.dibs.plan.online.PartitionKey;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;

/** The statements by which rows wait while partitions are cut anew, and what these do besides those of the step. */
final class PartitionCutWriter {

    private final Diff diff;
    private final PartitionCuts cuts;
    private final Map<Action, PartitionCuts.Cut> first = new HashMap<>();
    private final Map<Action, PartitionCuts.Cut> last = new HashMap<>();

    PartitionCutWriter(Diff diff, PartitionCuts cuts, List<Action> order) {
        this.diff = diff;
        this.cuts = cuts;
        for (PartitionCuts.Cut cut : cuts.cuts()) {
            List<Action> done = cut.in(order);
            first.put(done.get(0), cut);
            last.put(done.get(done.size() - 1), cut);
        }
    }

    /** The rows go aside. */
    List<String> before(Action action) {
        PartitionCuts.Cut cut = first.get(action);
        if (cut == null) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        // what others write between the copy and the end of the partition would be lost
        statements.add("LOCK TABLE " + (cut.leaving().isEmpty() ? "" : "ONLY " + Identifiers.qualify(cut.table()) + ", ")
                + cut.parked().stream().map(Identifiers::qualify).collect(Collectors.joining(", "))
                + " IN ACCESS EXCLUSIVE MODE");
        List<ObjectId> outer = cut.parked().stream().filter(partition -> above(cut, partition).isEmpty()).toList();
        statements.add("CREATE TABLE " + aside(cut) + " AS\n"
                + outer.stream().map(partition -> rows(cut, partition)).collect(Collectors.joining("\nUNION ALL\n")));
        outer.forEach(partition -> statements.addAll(emptied(partition, cut)));
        // what is under another one has the rows that are left there
        for (ObjectId partition : cut.parked()) {
            if (above(cut, partition).filter(this::stays).isPresent()) {
                statements.add("INSERT INTO " + aside(cut) + "\n" + rows(cut, partition));
                statements.addAll(emptied(partition, cut));
            }
        }
        return statements;
    }

    private String rows(PartitionCuts.Cut cut, ObjectId partition) {
        return "SELECT " + columns(cut) + "\n  FROM " + Identifiers.qualify(partition)
                + foreign(cut, partition).map(condition -> "\n  WHERE " + condition).orElse("");
    }

    private List<String> emptied(ObjectId partition, PartitionCuts.Cut cut) {
        return !stays(partition) ? List.of()
                : List.of(foreign(cut, partition)
                        .map(condition -> "DELETE FROM " + Identifiers.qualify(partition) + "\n  WHERE " + condition)
                        .orElse("TRUNCATE " + Identifiers.qualify(partition)));
    }

    /** The partition above it whose rows wait as well. */
    private Optional<ObjectId> above(PartitionCuts.Cut cut, ObjectId partition) {
        return Reattachments.above(diff.from(), partition).stream().filter(cut.parked()::contains).findFirst();
    }

    /** The rows come back. */
    List<String> after(Action action) {
        PartitionCuts.Cut cut = last.get(action);
        if (cut == null) {
            return List.of();
        }
        boolean identity = cuts.columns(cut.table()).stream().anyMatch(column -> column.identity().isPresent());
        List<String> statements = new ArrayList<>();
        if (cuts.checksLate(cut)) {
            // what waits for the end of the transaction would keep the table from being altered until then
            statements.add("SET CONSTRAINTS ALL IMMEDIATE");
        }
        statements.add("INSERT INTO " + Identifiers.qualify(cut.table()) + " (" + columns(cut)
                + (identity ? ") OVERRIDING SYSTEM VALUE" : ")") + "\nSELECT " + columns(cut) + "\n  FROM " + aside(cut));
        statements.add("DROP TABLE " + aside(cut));
        return statements;
    }

    /** With what the statements do that are added to those of the action. */
    Effects effects(Action action, Effects own) {
        Effects effects = own;
        PartitionCuts.Cut cut = first.get(action);
        if (cut != null) {
            effects = cut.leaving().isEmpty() ? effects : effects.andLock(cut.table(), LockMode.ACCESS_EXCLUSIVE);
            for (ObjectId partition : cut.parked()) {
                effects = effects.andScan(partition).andLock(partition, LockMode.ACCESS_EXCLUSIVE);
                effects = stays(partition) && foreign(cut, partition).isEmpty() ? effects.andRewrite(partition) : effects;
            }
        }
        if (hasOwnRowsOnly(action)) {
            // Postgres looks all the same whether there are others
            Partition tie = (Partition) action.after;
            effects = diff.from().contains(tie.id().parent()) ? effects.andScan(tie.id().parent()) : effects;
            for (ObjectId rest : defaultPartition(diff.from(), tie.partitionOf()).toList()) {
                effects = stays(rest) ? effects.andScan(rest) : effects;
            }
        }
        cut = last.get(action);
        return cut == null ? effects : effects.andLock(cut.table(), LockMode.ROW_EXCLUSIVE);
    }

    /** With what is to be said of rows that go and come back. */
    List<HazardNote> hazards(Action action, List<HazardNote> own) {
        PartitionCuts.Cut gone = first.get(action);
        PartitionCuts.Cut back = last.get(action);
        if (gone == null && back == null) {
            return own;
        }
        String saferWay = "attach the new partitions empty and move the rows in batches";
        List<HazardNote> all = new ArrayList<>(own);
        if (gone != null) {
            ObjectId locked = gone.leaving().isEmpty() ? gone.parked().get(0) : gone.table();
            all.add(new HazardNote(Hazard.BLOCKS_READS, locked, "readers and writers wait until its rows are back", saferWay));
        }
        if (back != null) {
            all.add(new HazardNote(Hazard.REWRITES_TABLE, back.table(),
                    "rows of " + back.parked().stream().map(ObjectId::display).collect(Collectors.joining(", "))
                            + " are written again, into the partitions that they belong to",
                    saferWay));
            all.add(new HazardNote(Hazard.MAY_FAIL_ON_DATA, back.table(), "a row that belongs to no partition makes it fail",
                    "look for such rows first"));
        }
        return all;
    }

    boolean keepsRowsOf(ObjectId table) {
        return cuts.keepsRowsOf(table);
    }

    /** Whether the partition has none but rows of its own by the time it is attached. */
    boolean hasOwnRowsOnly(Action action) {
        return action.after instanceof Partition tie && cuts.cuts().stream().anyMatch(cut -> cut.arriving().contains(action)
                && (cut.parked().contains(tie.id().parent()) || !diff.from().contains(tie.id().parent()))
                && defaultPartition(diff.from(), tie.partitionOf()).allMatch(rest -> cut.parked().contains(rest)));
    }

    private static Stream<ObjectId> defaultPartition(Schema schema, ObjectId table) {
        return schema.all(Partition.class).filter(tie -> tie.partitionOf().equals(table) && tie.bound().equals("DEFAULT"))
                .map(tie -> tie.id().parent());
    }

    /** What is true of the rows that are not to stay in the partition; empty where none are, or that cannot be said. */
    private Optional<String> foreign(PartitionCuts.Cut cut, ObjectId partition) {
        if (!stays(partition)) {
            return Optional.empty();
        }
        Partition place = diff.to().find(Partition.idOf(partition), Partition.class).orElseThrow();
        Optional<PartitionKey> key = diff.to().find(place.partitionOf(), Table.class).flatMap(Table::partitionKey)
                .flatMap(PartitionKey::of);
        if (!place.bound().equals("DEFAULT")) {
            return key.flatMap(columns -> PartitionBound.condition(columns, place.bound()))
                    .map(own -> "(" + own + ") IS NOT TRUE");
        }
        List<Optional<String>> others = diff.to().all(Partition.class)
                .filter(tie -> tie.partitionOf().equals(place.partitionOf()) && !tie.equals(place))
                .filter(tie -> cut.arriving().stream().anyMatch(action -> tie.equals(action.after)))
                .map(tie -> key.flatMap(columns -> PartitionBound.condition(columns, tie.bound()))).toList();
        return others.stream().allMatch(Optional::isPresent)
                ? Optional.of(others.stream().map(condition -> "(" + condition.orElseThrow() + ")")
                        .collect(Collectors.joining(" OR ")))
                : Optional.empty();
    }

    private boolean stays(ObjectId partition) {
        return diff.to().contains(Partition.idOf(partition)) && !cuts.isBuiltAnew(partition);
    }

    private String columns(PartitionCuts.Cut cut) {
        return cuts.columns(cut.table()).stream().map(Column::id).map(ObjectId::name).map(Identifiers::quote)
                .collect(Collectors.joining(", "));
    }

    private String aside(PartitionCuts.Cut cut) {
        return Identifiers.qualify(TemporaryNames.of(cut.table(), diff.from(), diff.to()));
    }
}
