package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import io.quarkiverse.dibs.engine.random.ColumnType.Family;
import io.quarkiverse.dibs.engine.random.Model.ColumnModel;
import io.quarkiverse.dibs.engine.random.Model.TableModel;

/** Changes a copy of a model in a few ways, none of which the rows of either side could make fail, in either direction. */
final class Mutator {

    private final Model origin;
    private final Model model;
    private final Draw draw;
    private final Names names;
    private final Maker maker;

    private Mutator(Model origin, Draw draw, Names names) {
        this.origin = origin;
        this.model = origin.copy();
        this.draw = draw;
        this.names = names;
        this.maker = new Maker(draw, names, model, origin);
    }

    static Model mutate(Model origin, Draw draw, Names names) {
        Mutator mutator = new Mutator(origin, draw, names);
        for (int i = draw.between(1, 10); i > 0; i--) {
            mutator.change();
        }
        mutator.model.dropDanglingForeignKeys();
        return mutator.model;
    }

    private void change() {
        TableModel table = model.tables.isEmpty() ? null : draw.oneOf(model.tables);
        int choice = draw.between(0, 24);
        if (table == null || table.columns.isEmpty()) {
            choice = choice % 6;
        }
        switch (choice) {
            case 0 -> changeEnum();
            case 1 -> changeSequence();
            case 2 -> changeViews();
            case 3 -> maker.addTable();
            case 4 -> changeSchemas();
            case 5 -> maker.addForeignKey();
            case 6 -> dropTable(table);
            case 7, 8 -> maker.addColumn(table);
            case 9, 10 -> dropColumn(table);
            case 11, 12 -> retype(table);
            case 13 -> toggleNotNull(table);
            case 14 -> changeDefault(table);
            case 15 -> changeIdentity(table);
            case 16 -> changeGenerated(table);
            case 17, 18 -> changeKeys(table);
            case 19 -> changeChecks(table);
            case 20, 21 -> changeIndexes(table);
            case 22 -> changeForeignKeys(table);
            case 23 -> changeComments(table);
            default -> changeTable(table);
        }
    }

    private ColumnModel column(TableModel table) {
        return draw.oneOf(new ArrayList<>(table.columns.values()));
    }

    private void changeEnum() {
        if (model.enums.isEmpty() || draw.chance(20)) {
            maker.addEnum();
            return;
        }
        Model.Enumeration each = draw.oneOf(model.enums);
        List<String> others = each.labels.stream().filter(label -> !label.equals("low") && !label.equals("high")).toList();
        switch (draw.between(0, 3)) {
            case 0, 1 -> each.labels.add(draw.between(0, each.labels.size()), names.fresh("label"));
            case 2 -> each.labels.removeAll(draw.some(others, 1));
            default -> {
                each.labels.remove("low");
                each.labels.add("low");
            }
        }
    }

    private void changeSequence() {
        if (model.sequences.isEmpty() || draw.chance(25)) {
            maker.addSequence();
            return;
        }
        Model.SequenceModel each = draw.oneOf(model.sequences);
        boolean used = model.tables.stream().flatMap(table -> table.columns.values().stream())
                .anyMatch(column -> each.name.equals(column.sequence));
        if (used || draw.chance(60)) {
            each.options = maker.sequenceOptions();
        } else {
            model.sequences.remove(each);
            names.giveUp(each.name.local());
        }
    }

    private void changeViews() {
        if (!model.views.isEmpty() && draw.chance(50)) {
            Model.ViewModel view = model.views.remove(draw.between(0, model.views.size() - 1));
            if (draw.chance(40)) {
                model.views.add(new Model.ViewModel(view.name(), !view.materialized(), view.table(), view.columns(), null));
            } else {
                names.giveUp(view.name().local());
            }
        } else {
            maker.addView();
        }
    }

    private void changeSchemas() {
        if (model.schemas.size() > 1 && draw.chance(40)) {
            String schema = model.schemas.stream().filter(other -> !other.equals("public")).findFirst().orElseThrow();
            boolean used = model.tables.stream().anyMatch(table -> table.name.schema().equals(schema))
                    || model.enums.stream().anyMatch(each -> each.name.schema().equals(schema))
                    || model.sequences.stream().anyMatch(each -> each.name.schema().equals(schema))
                    || model.views.stream().anyMatch(view -> view.name().schema().equals(schema));
            if (!used) {
                model.schemas.remove(schema);
            }
        } else {
            model.schemas.add(names.fresh("schema"));
        }
    }

    private void dropTable(TableModel table) {
        boolean neededByRows = table.rows && List.of(origin, model).stream().flatMap(side -> side.tables.stream())
                .anyMatch(other -> other.rows && !other.name.equals(table.name)
                        && other.foreignKeys.stream().anyMatch(key -> key.table().equals(table.name)));
        if (!neededByRows) {
            model.remove(table.name);
            if (origin.table(table.name) != null) {
                names.giveUp(table.name.local());
            }
        }
    }

    private void dropColumn(TableModel table) {
        ColumnModel column = column(table);
        if (table.rows) {
            TableModel former = origin.table(table.name);
            ColumnModel before = former.columns.get(column.name);
            boolean keyed = table.isUsedByKey(column.name) || former.isUsedByKey(column.name) || isReferenced(table, column);
            if (keyed || before != null && !before.canBeAddedToRows()) {
                return;
            }
        }
        model.remove(table, column.name);
    }

    private boolean isReferenced(TableModel table, ColumnModel column) {
        return List.of(origin, model).stream().flatMap(side -> side.tables.stream())
                .anyMatch(other -> other.foreignKeys.stream()
                        .anyMatch(key -> key.table().equals(table.name) && key.referenced().contains(column.name)));
    }

    private boolean isInForeignKey(TableModel table, ColumnModel column) {
        TableModel former = origin.table(table.name);
        BiPredicate<TableModel, String> own = (side, name) -> side != null
                && side.foreignKeys.stream().anyMatch(key -> key.columns().contains(name));
        return own.test(table, column.name) || own.test(former, column.name) || isReferenced(table, column);
    }

    private void retype(TableModel table) {
        ColumnModel column = column(table);
        if (column.generated != null) {
            return;
        }
        boolean keyed = isInForeignKey(table, column);
        List<ColumnType> targets = ColumnType.ALL.stream().filter(other -> column.type.convertsTo(other)
                && (!keyed || column.type.family() == Family.WHOLE && other.family() == Family.WHOLE)
                // the same value must print alike in every key and check
                && (!table.rows || column.type.family() == other.family())
                && (column.identity == null || other.family() == Family.WHOLE)
                && other.isOrdered() && column.type.isOrdered()).toList();
        if (targets.isEmpty()) {
            return;
        }
        column.type = draw.oneOf(targets);
        if (column.identity == null) {
            maker.setDefault(column);
            settle(table, column);
        }
        boolean checked = table.checks.stream().anyMatch(check -> check.columns().contains(column.name));
        if (checked && draw.chance(30)) {
            table.checks.removeIf(check -> check.columns().contains(column.name));
        }
    }

    /** A column that only one side has must fit the rows of the other. */
    private void settle(TableModel table, ColumnModel column) {
        boolean shared = !table.rows || origin.table(table.name).columns.containsKey(column.name);
        if (!shared && !column.canBeAddedToRows()) {
            column.defaultValue = column.type.defaults().get(0);
        }
    }

    private void toggleNotNull(TableModel table) {
        ColumnModel column = column(table);
        if (column.identity == null && column.generated == null && !table.isPrimary(column.name)) {
            column.notNull = !column.notNull;
            settle(table, column);
        }
    }

    private void changeDefault(TableModel table) {
        ColumnModel column = column(table);
        if (column.identity == null && column.generated == null) {
            maker.setDefault(column);
            settle(table, column);
        }
    }

    private void changeIdentity(TableModel table) {
        for (ColumnModel column : table.columns.values()) {
            if (column.identity != null) {
                column.identity = draw.chance(60) ? maker.identity() : null;
                settle(table, column);
                return;
            }
        }
        table.columns.values().stream()
                .filter(column -> column.type.family() == Family.WHOLE && column.generated == null && column.notNull)
                .findFirst().ifPresent(column -> {
                    column.defaultValue = null;
                    column.sequence = null;
                    column.identity = maker.identity();
                });
    }

    private void changeGenerated(TableModel table) {
        List<ColumnModel> generated = table.columns.values().stream().filter(column -> column.generated != null).toList();
        if (generated.isEmpty()) {
            maker.addGenerated(table);
            return;
        }
        ColumnModel column = draw.oneOf(generated);
        if (draw.chance(60)) {
            column.generated = maker.generated(table.columns.get(column.generatedFrom));
        } else if (!table.rows) {
            column.generated = null;
            column.generatedFrom = null;
        }
    }

    private void changeKeys(TableModel table) {
        if (!table.keys.isEmpty() && draw.chance(60)) {
            Model.KeyModel key = draw.oneOf(table.keys);
            boolean needed = model.tables.stream().anyMatch(other -> other.foreignKeys.stream()
                    .anyMatch(foreign -> foreign.table().equals(table.name) && foreign.referenced().equals(key.columns())));
            if (!needed || draw.chance(50)) {
                table.keys.remove(key);
                model.dropDanglingForeignKeys();
                names.giveUp(key.name());
            }
        }
        if (draw.chance(60)) {
            maker.addKey(table, draw.chance(50));
        }
    }

    private void changeChecks(TableModel table) {
        if (!table.checks.isEmpty() && draw.chance(60)) {
            Model.CheckModel check = table.checks.remove(draw.between(0, table.checks.size() - 1));
            if (draw.chance(50)) {
                table.checks.add(new Model.CheckModel(draw.chance(50) ? check.name() : names.fresh("chk"), check.condition(),
                        check.columns(), !check.noInherit()));
            }
        } else {
            maker.addCheck(table);
        }
    }

    private void changeIndexes(TableModel table) {
        if (table.indexes.isEmpty() || draw.chance(40)) {
            maker.addIndex(table);
            return;
        }
        Model.IndexModel index = table.indexes.remove(draw.between(0, table.indexes.size() - 1));
        if (draw.chance(60)) {
            List<String> keys = new ArrayList<>(index.keys());
            java.util.Collections.reverse(keys);
            table.indexes.add(new Model.IndexModel(draw.chance(70) ? index.name() : names.relation("idx"), index.unique(),
                    index.method(), keys, index.columns(), index.rest()));
        } else {
            names.giveUp(index.name());
        }
    }

    private void changeForeignKeys(TableModel table) {
        if (table.foreignKeys.isEmpty()) {
            maker.addForeignKey();
            return;
        }
        Model.ForeignKeyModel key = table.foreignKeys.remove(draw.between(0, table.foreignKeys.size() - 1));
        if (draw.chance(60)) {
            table.foreignKeys.add(new Model.ForeignKeyModel(draw.chance(60) ? key.name() : names.fresh("fk"), key.columns(),
                    key.table(), key.referenced(), draw.oneOf("", " ON DELETE CASCADE", " DEFERRABLE", " MATCH FULL")));
        }
    }

    private void changeComments(TableModel table) {
        ColumnModel column = column(table);
        column.comment = column.comment == null ? "new's" : draw.chance(50) ? null : "other";
        table.comment = table.comment == null ? "new" : null;
    }

    private void changeTable(TableModel table) {
        boolean tied = !table.foreignKeys.isEmpty() || isReferencedAtAll(table);
        boolean viewed = model.views.stream().anyMatch(view -> view.materialized() && view.table().equals(table.name));
        if (!tied && !viewed && draw.chance(40)) {
            table.unlogged = !table.unlogged;
        }
        table.parameters = draw.oneOf(null, "fillfactor = 80", "autovacuum_enabled = false");
        table.trigger = maker.trigger();
    }

    private boolean isReferencedAtAll(TableModel table) {
        return model.tables.stream().flatMap(other -> other.foreignKeys.stream())
                .anyMatch(key -> key.table().equals(table.name));
    }
}
