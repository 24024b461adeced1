package io.quarkiverse.dibs.engine.random;

import static io.quarkiverse.dibs.engine.random.Model.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.quarkiverse.dibs.engine.random.ColumnType.Family;
import io.quarkiverse.dibs.engine.random.Model.ColumnModel;
import io.quarkiverse.dibs.engine.random.Model.Name;
import io.quarkiverse.dibs.engine.random.Model.TableModel;

/**
 * Adds objects to a model, such that it stays valid. Where a table has rows, nothing is added that those rows could violate:
 * {@code origin} is the model they were made for, null while that one is being made itself.
 */
final class Maker {

    final Draw draw;
    final Names names;
    final Model model;
    final Model origin;

    Maker(Draw draw, Names names, Model model, Model origin) {
        this.draw = draw;
        this.names = names;
        this.model = model;
        this.origin = origin;
    }

    static Model random(Draw draw, Names names) {
        Maker maker = new Maker(draw, names, new Model(), null);
        maker.model.schemas.add("public");
        for (int i = draw.between(0, 2); i > 0; i--) {
            maker.model.schemas.add(names.fresh("schema"));
        }
        maker.times(0, 3, maker::addEnum);
        maker.times(0, 2, maker::addSequence);
        maker.model.triggerFunction = draw.chance(40);
        maker.times(1, 6, maker::addTable);
        maker.times(0, 8, maker::addForeignKey);
        maker.times(0, 3, maker::addView);
        return maker.model;
    }

    private void times(int low, int high, Runnable action) {
        for (int i = draw.between(low, high); i > 0; i--) {
            action.run();
        }
    }

    private String comment() {
        return draw.chance(15) ? draw.oneOf("plain", "it's 'quoted'", "two\nlines", "back\\slash", "ünïcode 😀") : null;
    }

    private Name name(String local) {
        return new Name(draw.oneOf(new ArrayList<>(model.schemas)), local);
    }

    void addEnum() {
        Model.Enumeration each = new Model.Enumeration(name(names.fresh("kind")), List.of("low", "high"));
        for (int i = draw.between(0, 3); i > 0; i--) {
            each.labels.add(draw.between(0, each.labels.size()), names.fresh("label"));
        }
        each.comment = comment();
        model.enums.add(each);
    }

    void addSequence() {
        Model.SequenceModel each = new Model.SequenceModel(name(names.relation("numbers")), sequenceOptions());
        each.comment = comment();
        model.sequences.add(each);
    }

    String sequenceOptions() {
        return draw.oneOf("", "", " AS integer", " INCREMENT BY 5 START WITH 100", " AS smallint MAXVALUE 500 CYCLE",
                " MINVALUE -10 START WITH -5 CACHE 20", " INCREMENT BY -1");
    }

    void addTable() {
        // a table that a plan creates has no rows
        TableModel table = new TableModel(name(names.relation("tab")), origin == null && draw.chance(50));
        model.tables.add(table);
        table.comment = comment();
        for (int i = draw.between(1, 7); i > 0; i--) {
            addColumn(table);
        }
        if (draw.chance(75)) {
            addKey(table, true);
        }
        timesOn(table, 0, 2, () -> addKey(table, false));
        timesOn(table, 0, 2, () -> addCheck(table));
        timesOn(table, 0, 3, () -> addIndex(table));
        timesOn(table, 0, 1, () -> addGenerated(table));
        table.unlogged = draw.chance(8);
        table.parameters = draw.chance(10) ? draw.oneOf("fillfactor = 70", "fillfactor = 90, autovacuum_enabled = false")
                : null;
        table.trigger = trigger();
    }

    private void timesOn(TableModel table, int low, int high, Runnable action) {
        if (!table.columns.isEmpty()) {
            times(low, high, action);
        }
    }

    String trigger() {
        return model.triggerFunction && draw.chance(25)
                ? draw.oneOf("BEFORE INSERT", "BEFORE INSERT OR UPDATE", "AFTER DELETE OR UPDATE")
                : null;
    }

    ColumnType type() {
        if (!model.enums.isEmpty() && draw.chance(15)) {
            return ColumnType.ofEnum(draw.oneOf(model.enums));
        }
        return draw.oneOf(ColumnType.ALL);
    }

    void addColumn(TableModel table) {
        ColumnModel column = new ColumnModel(names.fresh("col"), type());
        column.comment = comment();
        if (column.type.family() == Family.TEXT && draw.chance(15)) {
            column.collation = draw.oneOf("\"C\"", "\"POSIX\"");
        }
        if (column.type.family() == Family.WHOLE && draw.chance(20)
                && table.columns.values().stream().noneMatch(other -> other.identity != null)) {
            column.identity = identity();
            column.notNull = true;
        } else {
            setDefault(column);
            column.notNull = draw.chance(40);
        }
        if (isOld(table) && !column.canBeAddedToRows()) {
            column.notNull = false;
        }
        table.columns.put(column.name, column);
    }

    String identity() {
        return draw.oneOf("ALWAYS AS IDENTITY", "BY DEFAULT AS IDENTITY",
                "BY DEFAULT AS IDENTITY (START WITH 20 INCREMENT BY 2)", "ALWAYS AS IDENTITY (MAXVALUE 9000 CACHE 3 CYCLE)");
    }

    void setDefault(ColumnModel column) {
        column.defaultValue = null;
        column.sequence = null;
        if (column.type.family() == Family.WHOLE && !model.sequences.isEmpty() && draw.chance(15)) {
            column.sequence = draw.oneOf(model.sequences).name;
        } else if (draw.chance(45)) {
            column.defaultValue = draw.oneOf(column.type.defaults());
        }
    }

    void addGenerated(TableModel table) {
        List<ColumnModel> bases = table.columns.values().stream().filter(column -> column.generated == null
                && (column.type.isNumber() || column.type.family() == Family.TEXT)).toList();
        if (bases.isEmpty()) {
            return;
        }
        ColumnModel base = draw.oneOf(bases);
        String sql = base.type.family() == Family.TEXT ? "text" : base.type.family() == Family.WHOLE ? "bigint" : "numeric";
        ColumnModel column = new ColumnModel(names.fresh("gen"), new ColumnType(sql, base.type.family()));
        column.generatedFrom = base.name;
        column.generated = generated(base);
        column.comment = comment();
        table.columns.put(column.name, column);
    }

    String generated(ColumnModel base) {
        String name = quote(base.name);
        return base.type.family() == Family.TEXT ? draw.oneOf("upper(" + name + ")", name + " || '!'", "'<' || " + name)
                : draw.oneOf(name + " * 2", name + " + 1", "abs(" + name + ")");
    }

    /** Whether the table has rows that were not made for this model. */
    boolean isOld(TableModel table) {
        return table.rows && origin != null;
    }

    /** Columns of which every row, where there are some, has another value, now and after every change that is made. */
    List<ColumnModel> keyColumns(TableModel table) {
        return table.columns.values().stream().filter(column -> column.generated == null && column.type.isOrdered()
                && (table.rows ? column.type.family().distinct && isShared(table, column) : true)).toList();
    }

    /** Whether rows have made values in the column on both sides. */
    private boolean isShared(TableModel table, ColumnModel column) {
        if (!isOld(table)) {
            return true;
        }
        ColumnModel former = origin.table(table.name).columns.get(column.name);
        return former != null && former.generated == null && former.type.family() == column.type.family();
    }

    void addKey(TableModel table, boolean primary) {
        List<ColumnModel> columns = draw.some(keyColumns(table), draw.chance(75) ? 1 : 2);
        if (columns.isEmpty() || primary && table.keys.stream().anyMatch(Model.KeyModel::primary)) {
            return;
        }
        if (primary) {
            columns.forEach(column -> column.notNull = true);
        }
        List<String> own = columns.stream().map(column -> column.name).toList();
        List<String> include = draw.chance(10)
                ? table.columns.keySet().stream().filter(other -> !own.contains(other)).limit(1).toList()
                : List.of();
        String options = draw.chance(80) ? ""
                : draw.oneOf(" DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED", " WITH (fillfactor = 60)");
        table.keys.add(new Model.KeyModel(names.relation(primary ? "pk" : "uq"), primary, own, include, options));
    }

    void addCheck(TableModel table) {
        ColumnModel column = draw.oneOf(new ArrayList<>(table.columns.values()));
        ColumnModel other = draw.oneOf(new ArrayList<>(table.columns.values()));
        String condition = draw.oneOf(column.type.conditions(quote(column.name)));
        List<String> columns = List.of(column.name);
        if (other != column && draw.chance(30)) {
            condition = "(" + condition + ") OR " + quote(other.name) + " IS NULL";
            columns = List.of(column.name, other.name);
        }
        table.checks.add(new Model.CheckModel(names.fresh("chk"), condition, columns, draw.chance(10)));
    }

    void addIndex(TableModel table) {
        List<ColumnModel> all = new ArrayList<>(table.columns.values());
        ColumnModel first = draw.oneOf(all);
        String method = method(first);
        String name = names.relation("idx");
        if (!method.equals("btree")) {
            table.indexes.add(new Model.IndexModel(name, false, method, List.of(quote(first.name)), List.of(first.name),
                    method.equals("brin") && draw.chance(40) ? " WITH (pages_per_range = 32)" : ""));
            return;
        }
        boolean unique = draw.chance(25);
        List<ColumnModel> chosen = draw.some(unique ? keyColumns(table)
                : all.stream().filter(column -> column.type.isOrdered()).toList(), draw.between(1, 3));
        if (chosen.isEmpty()) {
            return;
        }
        List<String> keys = new ArrayList<>();
        List<String> used = new ArrayList<>(chosen.stream().map(column -> column.name).toList());
        chosen.forEach(column -> keys.add(key(column, !(unique && table.rows))));
        String rest = "";
        if (draw.chance(15)) {
            ColumnModel extra = draw.oneOf(all);
            if (!used.contains(extra.name)) {
                rest += " INCLUDE (" + quote(extra.name) + ")";
                used.add(extra.name);
            }
        }
        rest += draw.chance(15) ? " WITH (fillfactor = " + draw.between(50, 99) + ")" : "";
        if (draw.chance(25)) {
            ColumnModel condition = draw.oneOf(all);
            rest += " WHERE " + draw.oneOf(condition.type.conditions(quote(condition.name)));
            used.add(condition.name);
        }
        table.indexes.add(new Model.IndexModel(name, unique, "btree", keys, used, rest));
    }

    private String method(ColumnModel column) {
        return switch (column.type.family()) {
            case NUMBERS -> draw.oneOf("gin", "btree");
            case JSON -> column.type.isOrdered() ? "gin" : "btree";
            case RANGE -> draw.oneOf("gist", "btree");
            case WHOLE, DAY -> draw.oneOf("btree", "btree", "brin", "hash");
            case UUID, TEXT -> draw.oneOf("btree", "btree", "hash");
            default -> "btree";
        };
    }

    private String key(ColumnModel column, boolean mayBeExpression) {
        boolean text = column.type.family() == Family.TEXT;
        String key = mayBeExpression && draw.chance(25) ? draw.oneOf(column.type.expressions(quote(column.name)))
                : quote(column.name) + (text && draw.chance(20) ? draw.oneOf(" COLLATE \"C\"", " text_pattern_ops") : "");
        return key + draw.oneOf("", "", "", " DESC", " NULLS FIRST", " DESC NULLS LAST");
    }

    void addForeignKey() {
        if (model.tables.isEmpty()) {
            return;
        }
        TableModel child = draw.oneOf(model.tables);
        TableModel parent = draw.chance(15) ? child : draw.oneOf(model.tables);
        List<Model.KeyModel> targets = parent.keys.stream().filter(key -> key.options().isEmpty()).toList();
        if (targets.isEmpty() || child.unlogged || parent.unlogged || child.rows && !parent.rows) {
            return;
        }
        List<String> referenced = draw.oneOf(targets).columns();
        List<String> columns = new ArrayList<>();
        for (String name : referenced) {
            ColumnModel target = parent.columns.get(name);
            ColumnModel column = child.columns.values().stream()
                    .filter(other -> !columns.contains(other.name) && other.generated == null && isComparable(other, target)
                            && (!child.rows || isShared(child, other)) && (!parent.rows || isShared(parent, target))
                            && Objects.equals(other.collation, target.collation))
                    .findFirst().orElse(null);
            if (column == null) {
                return;
            }
            columns.add(column.name);
        }
        String options = draw.oneOf("", "", " ON DELETE CASCADE", " ON UPDATE CASCADE", " DEFERRABLE INITIALLY DEFERRED",
                " MATCH FULL", " ON DELETE RESTRICT ON UPDATE RESTRICT");
        child.foreignKeys.add(new Model.ForeignKeyModel(names.fresh("fk"), columns, parent.name, referenced, options));
    }

    private static boolean isComparable(ColumnModel column, ColumnModel target) {
        return column.type.equals(target.type)
                || column.type.family() == Family.WHOLE && target.type.family() == Family.WHOLE;
    }

    void addView() {
        List<TableModel> tables = model.tables.stream().filter(table -> !table.columns.isEmpty()).toList();
        if (tables.isEmpty()) {
            return;
        }
        TableModel table = draw.oneOf(tables);
        List<ColumnModel> columns = draw.some(new ArrayList<>(table.columns.values()), draw.between(1, 4));
        ColumnModel first = columns.get(0);
        model.views.add(new Model.ViewModel(name(names.relation("vw")), draw.chance(25) && !table.unlogged, table.name,
                columns.stream().map(column -> column.name).toList(),
                draw.chance(40) ? draw.oneOf(first.type.conditions(quote(first.name))) : null));
    }
}
