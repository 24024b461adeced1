package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.HazardNote;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.source.MigrationPart;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Cuts a plan into migrations: steps that share a transaction together, others alone. Steps that lose data are left out unless
 * the hazard is allowed by name. Before: a column NOT NULL without a default, which rows would refuse. After: the column, a
 * backfill to be completed, and NOT NULL once every row has its value.
 */
final class MigrationParts {

    private final DiffOperation.Outcome outcome;
    private final Set<String> allowed;
    private final List<String> withheld = new ArrayList<>();
    private final List<MigrationPart> parts = new ArrayList<>();
    private final List<MigrationPart.Entry> current = new ArrayList<>();
    private final List<Column> toFill = new ArrayList<>();

    MigrationParts(DiffOperation.Outcome outcome, Set<String> allowed) {
        this.outcome = outcome;
        this.allowed = allowed;
    }

    /** What was left out, each with what to type to have it. */
    List<String> withheld() {
        return withheld;
    }

    List<MigrationPart> inOrder(String sentence) {
        String description = sentence + ". Generated from what differed between the database and the entities.";
        for (Step step : outcome.plan().steps()) {
            add(step, description);
        }
        flush(description, true);
        if (!toFill.isEmpty()) {
            parts.add(new MigrationPart(sentence + ": values for the rows that are there.", false,
                    toFill.stream().map(this::backfill).toList()));
            parts.add(new MigrationPart(sentence + ": what every row has a value for by now.", true,
                    toFill.stream().map(this::setNotNull).toList()));
        }
        return parts;
    }

    private void add(Step step, String description) {
        Optional<HazardNote> refused = step.hazards().stream()
                .filter(note -> note.hazard() == Hazard.DELETES_DATA && !allowed.contains(note.hazard().writtenName()))
                .findFirst();
        if (refused.isPresent()) {
            String left = String.join("; ", step.statements());
            withheld.add(left + " -- " + refused.get().reason() + "; to have it: --allow "
                    + refused.get().hazard().writtenName());
            current.add(new MigrationPart.Remark(List.of("left out, because it " + refused.get().hazard().writtenName() + " ("
                    + refused.get().reason() + "): " + left,
                    "to have it, generate with --allow " + refused.get().hazard().writtenName())));
            return;
        }
        if (step.segment() == Segment.NO_TRANSACTION) {
            flush(description, true);
        }
        Optional<Column> column = columnToFill(step);
        column.ifPresent(toFill::add);
        List<String> statements = column
                .map(present -> DdlWriter.addColumn(present.withNotNull(false), Optional.empty(),
                        WriteContext.forServer(outcome.serverMajor())))
                .orElse(step.statements());
        List<String> comments = column.isPresent() ? List.of() : comments(step);
        for (String statement : statements) {
            current.add(new MigrationPart.Execute(statement, statement.equals(statements.get(0)) ? comments : List.of()));
        }
        if (step.segment() != Segment.TRANSACTION) {
            flush(description, step.segment() == Segment.COMMIT_AFTER);
        }
    }

    private void flush(String description, boolean transactional) {
        if (!current.isEmpty()) {
            parts.add(new MigrationPart(description, transactional, List.copyOf(current)));
            current.clear();
        }
    }

    private static List<String> comments(Step step) {
        return step.hazards().stream().map(note -> note.hazard().writtenName() + ": " + note.relation().display() + ": "
                + note.reason() + (note.saferWay().isEmpty() ? "" : "; " + note.saferWay())).distinct().toList();
    }

    /** The column of a step that adds one which rows would refuse, unless the table comes with this plan or has no rows. */
    private Optional<Column> columnToFill(Step step) {
        if (!(step.changes().get(0) instanceof Change.Create create && create.object() instanceof Column column)) {
            return Optional.empty();
        }
        boolean filled = step.changes().size() > 1 || column.identity().isPresent() || column.generated().isPresent();
        boolean inKey = outcome.diff().to().all(PrimaryKey.class)
                .anyMatch(key -> key.id().parent().equals(column.id().parent()) && key.columns().contains(column.id().name()));
        boolean empty = Long.valueOf(0).equals(outcome.estimatedRows().get(column.id().parent()));
        return column.notNull() && !filled && !inKey && !empty ? Optional.of(column) : Optional.empty();
    }

    private MigrationPart.Entry backfill(Column column) {
        ObjectId table = column.id().parent();
        String name = Identifiers.quote(column.id().name());
        String update = "UPDATE " + Identifiers.qualify(table) + "\nSET " + name
                + " = NULL -- write the value of rows that are there"
                + " in place of NULL\nWHERE " + name + " IS NULL";
        List<String> key = primaryKey(table, outcome.diff().to());
        List<String> comments = List.of("rows that are there need a value for " + column.id().display() + " (" + column.type()
                + " not null)");
        if (key.isEmpty()) {
            return new MigrationPart.Execute(update, comments);
        }
        String columns = key.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String tuple = key.size() == 1 ? columns : "(" + columns + ")";
        return new MigrationPart.Backfill(column.id().display(), Identifiers.qualify(table), key,
                update + "\n  AND " + tuple + " > :after AND " + tuple + " <= :upTo", comments);
    }

    private MigrationPart.Entry setNotNull(Column column) {
        return new MigrationPart.Execute("ALTER TABLE " + Identifiers.qualify(column.id().parent()) + " ALTER COLUMN "
                + Identifiers.quote(column.id().name()) + " SET NOT NULL", List.of());
    }

    private static List<String> primaryKey(ObjectId table, Schema schema) {
        return schema.all(PrimaryKey.class).filter(key -> key.id().parent().equals(table)).findFirst()
                .map(PrimaryKey::columns).orElse(List.of());
    }
}
