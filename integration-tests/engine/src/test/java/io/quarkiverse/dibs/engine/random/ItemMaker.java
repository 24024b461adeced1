package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Makes a schema of items, and from one another by taking away, adding, and drawing anew under the same name. */
final class ItemMaker {

    private static final List<Kind> PARTS = List.of(Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK, Kind.INDEX, Kind.TRIGGER,
            Kind.POLICY, Kind.RULE, Kind.STATISTICS, Kind.SETTING, Kind.PUBLICATION, Kind.OWNERSHIP);

    private final Draw draw;
    private final Items items;
    private final Items other;
    private final TypeItems types;
    private final TableItems tables;
    private final ViewItems views;
    private final RoutineItems routines;
    private final PartItems parts;
    private final OperatorItems operators;
    private final TextItems texts;
    private final ForeignItems foreign;
    private final DatabaseItems database;

    private ItemMaker(Draw draw, Items items, Items other) {
        this.draw = draw;
        this.items = items;
        this.other = other;
        this.types = new TypeItems(draw, items);
        this.tables = new TableItems(draw, items);
        this.views = new ViewItems(draw, items);
        this.routines = new RoutineItems(draw, items);
        this.parts = new PartItems(draw, items);
        this.operators = new OperatorItems(draw, items);
        this.texts = new TextItems(draw, items);
        this.foreign = new ForeignItems(draw, items);
        this.database = new DatabaseItems(draw, items);
    }

    static Items random(Draw draw) {
        ItemMaker maker = new ItemMaker(draw, new Items(), null);
        int size = draw.between(6, 30);
        for (int i = 0; i < size; i++) {
            maker.add();
        }
        return maker.items;
    }

    static Items changed(Items from, Draw draw) {
        ItemMaker maker = new ItemMaker(draw, from.copy(), from);
        for (int i = draw.between(1, 7); i > 0; i--) {
            List<Item> all = new ArrayList<>(maker.items.all());
            int choice = draw.between(0, 9);
            if (choice < 3 || all.isEmpty()) {
                maker.add();
            } else if (choice < 5) {
                maker.items.remove(draw.oneOf(all).key());
            } else {
                maker.redraw(draw.oneOf(all));
            }
        }
        return maker.items;
    }

    private void put(Item item) {
        if (item != null) {
            if (item.kind() == Kind.RANGE) {
                items.all(Kind.DEFAULT_PRIVILEGES).forEach(privileges -> items.remove(privileges.key()));
            }
            items.put(item);
        }
    }

    private void add() {
        List<Item> all = new ArrayList<>(items.all());
        List<Item> owners = items.all(Kind.TABLE);
        switch (draw.between(0, 17)) {
            case 0, 1 -> put(types.make(draw.oneOf(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE, Kind.RANGE), freshName()));
            case 2, 3 -> put(tables.make(freshName()));
            case 4, 5 -> addColumn();
            case 6 -> put(views.make(freshName(), null));
            case 7 -> addRoutine();
            case 12 -> put(tables.sequence(freshName()));
            case 13, 14, 15, 16 -> put(rare());
            case 8, 9, 10 -> {
                List<Item> relations = items.relations();
                if (!owners.isEmpty()) {
                    Kind kind = draw.oneOf(PARTS);
                    boolean anyRelation = kind == Kind.INDEX || kind == Kind.TRIGGER || kind == Kind.RULE;
                    addPart(kind, draw.oneOf(anyRelation ? relations : owners));
                }
            }
            default -> {
                if (!all.isEmpty()) {
                    addPart(draw.oneOf(Kind.COMMENT, Kind.GRANT), draw.oneOf(all));
                }
            }
        }
    }

    private Item rare() {
        return switch (draw.between(0, 10)) {
            case 0, 1 -> operators.operator(null);
            case 2 -> operators.operatorClass(freshName(), null);
            case 3 -> operators.cast();
            case 4, 5 -> texts.make(draw.oneOf(Kind.COLLATION, Kind.COLLATION, Kind.CONVERSION, Kind.DICTIONARY,
                    Kind.CONFIGURATION), freshName());
            case 6 -> items.all(Kind.CONFIGURATION).isEmpty() ? null
                    : texts.mapping(draw.oneOf(items.all(Kind.CONFIGURATION)), null);
            case 7 -> foreign.wrapper(ItemNames.part(draw, "w"));
            case 8 -> draw.chance(50) ? foreign.server(ItemNames.part(draw, "server"), null) : foreign.userMapping();
            case 9 -> foreign.table(freshName(), null);
            default -> draw.chance(50) ? database.eventTrigger(ItemNames.part(draw, "e")) : database.defaultPrivileges(null);
        };
    }

    private String freshName() {
        return ItemNames.qualified(draw, items, other);
    }

    private void addColumn() {
        List<Item> owners = items.all(Kind.TABLE).stream()
                .filter(table -> !TableItems.isPartition(table) && !TableItems.isTyped(table)).toList();
        if (owners.isEmpty()) {
            return;
        }
        Item table = draw.oneOf(owners);
        String name = ItemNames.part(draw, "c");
        boolean taken = items.all(Kind.COLUMN).stream().anyMatch(column -> column.name().equals(name)
                && (items.reaches(items.find(column.owner()), table.key()) || items.reaches(table, column.owner())));
        if (!taken) {
            put(tables.column(table, name, null));
        }
    }

    private void addRoutine() {
        Item routine = routines.make(freshName(), null);
        if (routine != null && items.all(Kind.ROUTINE).stream().noneMatch(each -> each.name().equals(routine.name()))) {
            put(routine);
        }
    }

    private void addPart(Kind kind, Item owner) {
        Item part = parts.make(kind, owner, ItemNames.part(draw, kind.name().toLowerCase(java.util.Locale.ROOT) + "_"));
        if (part != null && !items.has(part.key())) {
            put(part);
        }
    }

    private void redraw(Item item) {
        switch (item.kind()) {
            case ENUM, DOMAIN, COMPOSITE, RANGE -> put(types.make(item.kind(), item.key()));
            case COLLATION, CONVERSION, DICTIONARY, CONFIGURATION -> put(texts.make(item.kind(), item.key()));
            case MAPPING -> put(texts.mapping(items.find(item.owner()), item));
            case OPERATOR -> put(operators.operator(item));
            case OPERATOR_CLASS -> put(operators.operatorClass(item.key(), item));
            case CAST -> put(operators.recast(item));
            case WRAPPER -> put(foreign.wrapper(item.name()));
            case SERVER -> put(foreign.server(item.name(), item));
            case USER_MAPPING -> put(foreign.userMapping());
            case FOREIGN_TABLE -> put(foreign.table(item.key(), item));
            case EVENT_TRIGGER -> put(database.eventTrigger(item.name()));
            case DEFAULT_PRIVILEGES -> put(database.defaultPrivileges(item));
            case SEQUENCE -> put(tables.sequence(item.key()));
            case TABLE -> redrawTable(item);
            case COLUMN -> redrawColumn(item);
            case VIEW -> put(views.make(item.key(), item));
            case ROUTINE -> {
                Item routine = routines.make(item.name(), item);
                if (routine != null && routine.key().equals(item.key())) {
                    put(routine);
                }
            }
            default -> {
                Item part = parts.make(item.kind(), items.find(item.owner()), ItemNames.part(draw, "x"));
                // the name of a part is in its key: another one takes its place
                if (part != null && !items.has(part.key())) {
                    items.remove(item.key());
                    put(part);
                }
            }
        }
    }

    /** A function takes values of one type only. */
    private void redrawColumn(Item column) {
        Item redrawn = tables.column(items.find(column.owner()), column.name(), column);
        if (!redrawn.type().equals(column.type())) {
            items.usersOf(column.key()).stream()
                    .filter(user -> user.needs().stream().map(items::find).anyMatch(RoutineItems::isTest))
                    .forEach(user -> items.remove(user.key()));
        }
        put(redrawn);
    }

    /** A table that leaves its tree loses what hangs on the columns that it had from there. */
    private void redrawTable(Item table) {
        Item redrawn = tables.redrawn(table);
        boolean left = !items.parents(table).isEmpty() && items.parents(redrawn).isEmpty();
        if (left) {
            items.usersOf(table.key()).stream().filter(user -> user.kind() != Kind.COLUMN)
                    .forEach(user -> items.remove(user.key()));
            items.put(redrawn);
        } else {
            put(redrawn);
        }
    }
}
