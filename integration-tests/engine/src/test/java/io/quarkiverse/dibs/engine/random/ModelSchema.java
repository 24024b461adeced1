package io.quarkiverse.dibs.engine.random;

import static io.quarkiverse.dibs.engine.random.Model.quote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

import io.quarkiverse.dibs.engine.random.Model.ColumnModel;
import io.quarkiverse.dibs.engine.random.Model.Name;
import io.quarkiverse.dibs.engine.random.Model.TableModel;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.schema.View;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * A model as the engine's records, without a server: objects, identities and who needs whom are what the catalog would say.
 * Expressions keep the words of the model, which is enough where both sides come from models.
 */
public final class ModelSchema {

    private static final ObjectId TOUCH = ObjectId.overloaded(ObjectKind.ROUTINE, "public", "touch", "");

    private final Model model;
    private final List<DbObject> objects = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    private record Need(ObjectId dependent, ObjectId referenced) {
    }

    private ModelSchema(Model model) {
        this.model = model;
        model.schemas.forEach(schema -> objects.add(new Namespace(ObjectId.namespace(schema))));
        model.enums.forEach(each -> add(new EnumType(id(ObjectKind.ENUM, each.name), each.labels), each.comment));
        model.sequences.forEach(each -> add(new Sequence(id(ObjectKind.SEQUENCE, each.name),
                SequenceText.parse(each.options, "bigint"), Persistence.PERMANENT), each.comment));
        if (model.triggerFunction) {
            objects.add(new Routine(TOUCH, false, "", "trigger", "plpgsql", new Expression("CREATE OR REPLACE FUNCTION"
                    + " public.touch()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $$ BEGIN RETURN NEW; END $$")));
        }
        model.tables.forEach(this::table);
        model.views.forEach(this::view);
    }

    public static Schema of(Model model) {
        return new ModelSchema(model).build();
    }

    /** The same, with everything declared in another order. */
    public static Schema shuffled(Model model, Random random) {
        Model shuffled = model.copy();
        List.of(shuffled.enums, shuffled.sequences, shuffled.tables, shuffled.views)
                .forEach(list -> Collections.shuffle(list, random));
        for (TableModel table : shuffled.tables) {
            // a foreign key takes the first key that fits, so that keys have to stay in order
            List.of(table.checks, table.indexes, table.foreignKeys).forEach(list -> Collections.shuffle(list, random));
        }
        ModelSchema schema = new ModelSchema(shuffled);
        Collections.shuffle(schema.objects, random);
        Collections.shuffle(schema.needs, random);
        return schema.build();
    }

    private Schema build() {
        Schema.Builder builder = Schema.builder();
        objects.forEach(builder::add);
        needs.forEach(need -> builder.dependency(need.dependent(), need.referenced()));
        return builder.build();
    }

    private static ObjectId id(ObjectKind kind, Name name) {
        return ObjectId.inSchema(kind, name.schema(), name.local());
    }

    private void add(DbObject object, String comment) {
        objects.add(object);
        if (comment != null) {
            objects.add(new Comment(Comment.idOf(object.id()), comment));
        }
    }

    private void need(ObjectId dependent, ObjectId referenced) {
        needs.add(new Need(dependent, referenced));
    }

    private void table(TableModel table) {
        ObjectId id = id(ObjectKind.TABLE, table.name);
        add(new Table(id, table.unlogged ? Persistence.UNLOGGED : Persistence.PERMANENT, Optional.empty(), Optional.empty(),
                Optional.empty(), parameters(table.parameters), false, false, Optional.empty()), table.comment);
        int position = 0;
        for (ColumnModel column : table.columns.values()) {
            column(id, column, ++position);
        }
        keys(table).forEach(key -> key(id, key));
        for (Model.CheckModel check : table.checks) {
            ObjectId own = ObjectId.part(ObjectKind.CHECK, id, check.name());
            objects.add(new CheckConstraint(own, new Expression("(" + check.condition() + ")"), check.noInherit(), true, true));
            needColumns(own, table, check.columns(), check.condition());
        }
        table.indexes.forEach(index -> index(id, table, index));
        table.foreignKeys.forEach(key -> foreignKey(id, key));
        if (table.trigger != null) {
            ObjectId own = ObjectId.part(ObjectKind.TRIGGER, id, "touch");
            objects.add(new Trigger(own, new Expression("CREATE TRIGGER touch " + table.trigger + " ON "
                    + Identifiers.qualify(id) + " FOR EACH ROW EXECUTE FUNCTION public.touch()"), Trigger.Enabled.ORIGIN));
            need(own, TOUCH);
        }
    }

    /** Of two equal keys in one CREATE TABLE Postgres makes one only: the primary key, or else the first. */
    private static List<Model.KeyModel> keys(TableModel table) {
        List<Model.KeyModel> inOrder = new ArrayList<>(table.keys);
        inOrder.sort(Comparator.comparing(key -> !key.primary()));
        List<Model.KeyModel> kept = new ArrayList<>();
        for (Model.KeyModel key : inOrder) {
            if (kept.stream().noneMatch(other -> other.columns().equals(key.columns()) && other.include().equals(key.include())
                    && deferrability(other.options()) == deferrability(key.options()))) {
                kept.add(key);
            }
        }
        return kept;
    }

    /** A condition that compares with a label needs the type of the column that it is about. */
    private void needColumns(ObjectId dependent, TableModel table, Collection<String> columns, String condition) {
        for (String name : columns) {
            need(dependent, ObjectId.column(id(ObjectKind.TABLE, table.name), name));
            if (condition != null && (condition.contains(quote(name) + " = 'low'")
                    || condition.contains(quote(name) + " IN ('low'"))) {
                enumOf(table.columns.get(name)).ifPresent(type -> need(dependent, type));
            }
        }
    }

    private Optional<ObjectId> enumOf(ColumnModel column) {
        return model.enums.stream().filter(each -> each.name.sql().equals(column.type.sql())).findFirst()
                .map(each -> id(ObjectKind.ENUM, each.name));
    }

    private SqlType type(ColumnModel column) {
        Optional<ObjectId> type = enumOf(column);
        return new SqlType(type.isPresent() ? Identifiers.qualify(type.get()) : column.type.formatted());
    }

    private void column(ObjectId table, ColumnModel column, int position) {
        ObjectId id = ObjectId.column(table, column.name);
        SqlType type = type(column);
        Optional<Column.Identity> identity = Optional.ofNullable(column.identity)
                .map(text -> new Column.Identity(text.startsWith("ALWAYS"), SequenceText.parse(text, type.name())));
        Optional<Column.Generated> generated = Optional.ofNullable(column.generated)
                .map(text -> new Column.Generated(new Expression("(" + text + ")"), true));
        add(new Column(id, position, type, Optional.ofNullable(column.collation).map(name -> "pg_catalog." + name),
                column.notNull, identity, generated, Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(),
                new TreeMap<>(), false), column.comment);
        enumOf(column).ifPresent(own -> need(id, own));
        if (column.generated != null) {
            need(id, ObjectId.column(table, column.generatedFrom));
        } else if (column.identity == null && (column.sequence != null || column.defaultValue != null)) {
            columnDefault(id, column);
        }
    }

    private void columnDefault(ObjectId column, ColumnModel model) {
        ObjectId id = ColumnDefault.idOf(column);
        if (model.sequence != null) {
            ObjectId sequence = id(ObjectKind.SEQUENCE, model.sequence);
            objects.add(new ColumnDefault(id,
                    new Expression("nextval(" + ModelSql.literal(Identifiers.qualify(sequence)) + "::regclass)")));
            need(id, sequence);
        } else {
            objects.add(new ColumnDefault(id, new Expression(model.defaultValue)));
            enumOf(model).ifPresent(type -> need(id, type));
        }
    }

    private void key(ObjectId table, Model.KeyModel key) {
        Deferrability deferrability = deferrability(key.options());
        TreeMap<String, String> parameters = key.options().contains("fillfactor") ? parameters("fillfactor = 60")
                : new TreeMap<>();
        ObjectId id = keyId(table, key);
        objects.add(key.primary()
                ? new PrimaryKey(id, key.columns(), key.include(), deferrability, false, parameters, Optional.empty())
                : new UniqueConstraint(id, key.columns(), key.include(), false, deferrability, false, parameters,
                        Optional.empty()));
    }

    private static ObjectId keyId(ObjectId table, Model.KeyModel key) {
        return ObjectId.part(key.primary() ? ObjectKind.PRIMARY_KEY : ObjectKind.UNIQUE, table, key.name());
    }

    private static Deferrability deferrability(String options) {
        return options.contains("INITIALLY DEFERRED") ? Deferrability.INITIALLY_DEFERRED
                : options.contains("DEFERRABLE") ? Deferrability.INITIALLY_IMMEDIATE : Deferrability.NOT_DEFERRABLE;
    }

    private void foreignKey(ObjectId table, Model.ForeignKeyModel key) {
        String options = key.options();
        ObjectId parent = id(ObjectKind.TABLE, key.table());
        ObjectId id = ObjectId.part(ObjectKind.FOREIGN_KEY, table, key.name());
        objects.add(new ForeignKey(id, key.columns(), parent, key.referenced(), options.contains("MATCH FULL"),
                action(options, "ON DELETE "), List.of(), action(options, "ON UPDATE "), deferrability(options), true, true,
                false));
        keys(model.table(key.table())).stream()
                .filter(target -> target.options().isEmpty() && target.columns().equals(key.referenced())).findFirst()
                .ifPresent(target -> need(id, keyId(parent, target)));
    }

    private static ReferentialAction action(String options, String event) {
        return options.contains(event + "CASCADE") ? ReferentialAction.CASCADE
                : options.contains(event + "RESTRICT") ? ReferentialAction.RESTRICT : ReferentialAction.NO_ACTION;
    }

    private void index(ObjectId table, TableModel model, Model.IndexModel index) {
        IndexText text = IndexText.parse(index);
        ObjectId id = ObjectId.inSchema(ObjectKind.INDEX, table.schema(), index.name());
        objects.add(new Index(id, table, index.method(), index.unique(), false, text.keys(), text.include(), text.predicate(),
                text.parameters(), Optional.empty(), true));
        needColumns(id, model, index.columns(), text.predicate().map(Expression::sql).orElse(null));
    }

    private void view(Model.ViewModel view) {
        TableModel table = model.table(view.table());
        ObjectId id = id(view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, view.name());
        List<View.ViewColumn> columns = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        for (String name : view.columns()) {
            ColumnModel column = table.columns.get(name);
            columns.add(new View.ViewColumn(name, type(column),
                    Optional.ofNullable(column.collation).map(each -> "pg_catalog." + each)));
            selected.add(quote(name));
            // the view's own columns have the type too
            enumOf(column).ifPresent(type -> need(id, type));
        }
        Expression query = new Expression("SELECT " + String.join(", ", selected) + " FROM " + view.table().sql()
                + (view.condition() == null ? "" : " WHERE " + view.condition()));
        objects.add(view.materialized()
                ? new MaterializedView(id, columns, query, new TreeMap<>(), Optional.empty(), Optional.empty(), true)
                : new View(id, columns, query, new TreeMap<>()));
        needColumns(id, table, view.columns(), view.condition());
    }

    static TreeMap<String, String> parameters(String text) {
        TreeMap<String, String> parameters = new TreeMap<>();
        if (text != null) {
            for (String each : text.split(", ")) {
                parameters.put(each.substring(0, each.indexOf(" = ")), each.substring(each.indexOf(" = ") + 3));
            }
        }
        return parameters;
    }
}
