package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.TypeConversion;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * The statements that {@link RowMoves} add to those of a step: the copy of the rows, and identities that go on where they were.
 */
final class RowMoveWriter {

    private final RowMoves moves;
    private final PlanOptions options;

    RowMoveWriter(RowMoves moves, PlanOptions options) {
        this.moves = moves;
        this.options = options;
    }

    /** What comes before the drop of a table whose rows are to go on. */
    List<String> before(Action action) {
        return moves.empties(action).map(table -> copy(action.id, table)).orElse(List.of());
    }

    /**
     * What comes behind a rename that lets a table step aside, and behind the creation of the one that takes its rows at once.
     */
    List<String> after(Action action) {
        return moves.stepsAside(action) ? moves.sequencesStepAside(action.renamedTo)
                : moves.fills(action).map(old -> copy(old, action.id)).orElse(List.of());
    }

    private List<String> copy(ObjectId old, ObjectId table) {
        List<Column> columns = moves.columns(table, old);
        List<String> statements = new ArrayList<>();
        boolean identity = columns.stream().anyMatch(column -> column.identity().isPresent());
        statements.add("INSERT INTO " + Identifiers.qualify(table) + " ("
                + columns.stream().map(column -> Identifiers.quote(column.id().name())).collect(Collectors.joining(", "))
                + (identity ? ") OVERRIDING SYSTEM VALUE" : ")") + "\nSELECT "
                + columns.stream().map(column -> value(moves.before(column, old), column)).collect(Collectors.joining(", "))
                + "\n  FROM " + Identifiers.qualify(old));
        for (Column column : columns) {
            column.identity().ifPresent(wanted -> statements.add(numbers(moves.before(column, old), column, wanted)));
        }
        return statements;
    }

    private String value(Column before, Column column) {
        String name = Identifiers.quote(column.id().name());
        String said = options.conversions().get(column.id());
        if (said != null) {
            return said;
        }
        if (before.type().equals(column.type())) {
            return name;
        }
        return switch (new TypeConversion(before.type(), column.type()).how()) {
            case ASSIGNMENT -> name;
            case EXPLICIT -> name + "::" + column.type();
            case THROUGH_TEXT -> name + "::text" + (column.type().name().endsWith("[]") ? "[]::" : "::") + column.type();
        };
    }

    private static String numbers(Column before, Column column, Column.Identity wanted) {
        Optional<Column.Identity> present = before.identity().filter(identity -> identity.sequence().isPresent()
                && identity.options().withDataType(wanted.options().dataType()).equals(wanted.options()));
        if (present.isEmpty()) {
            return DdlWriter.beginBehindRows(column);
        }
        String sequence = Identifiers.qualify(before.id().parent().schema(),
                TemporaryNames.of(present.get().sequence().orElseThrow()));
        return "SELECT pg_catalog.setval(" + DdlWriter.identitySequence(column) + ", s.last_value, s.is_called) FROM "
                + sequence + " s";
    }
}
