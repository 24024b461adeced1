package io.quarkiverse.dibs.engine.random;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.engine.random.Model.ColumnModel;
import io.quarkiverse.dibs.engine.random.Model.Name;
import io.quarkiverse.dibs.engine.random.Model.TableModel;

/** A model in which everything has another name, and nothing else is different. Labels and comments are no names. */
public final class Renaming {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    private final Model model;
    private final UnaryOperator<String> names;
    private final Model renamed = new Model();

    private Renaming(Model model, UnaryOperator<String> names) {
        this.model = model;
        this.names = names;
    }

    public static Model of(Model model, UnaryOperator<String> names) {
        return new Renaming(model, names).renamed();
    }

    private Model renamed() {
        model.schemas.forEach(schema -> renamed.schemas.add(names.apply(schema)));
        for (Model.Enumeration each : model.enums) {
            Model.Enumeration other = new Model.Enumeration(name(each.name), each.labels);
            other.comment = each.comment;
            renamed.enums.add(other);
        }
        for (Model.SequenceModel each : model.sequences) {
            Model.SequenceModel other = new Model.SequenceModel(name(each.name), each.options);
            other.comment = each.comment;
            renamed.sequences.add(other);
        }
        model.tables.forEach(this::table);
        for (Model.ViewModel view : model.views) {
            Collection<String> columns = model.table(view.table()).columns.keySet();
            renamed.views
                    .add(new Model.ViewModel(name(view.name()), view.materialized(), name(view.table()), all(view.columns()),
                            text(view.condition(), columns)));
        }
        renamed.triggerFunction = model.triggerFunction;
        return renamed;
    }

    private void table(TableModel table) {
        TableModel other = new TableModel(name(table.name), table.rows);
        other.unlogged = table.unlogged;
        other.comment = table.comment;
        other.parameters = table.parameters;
        other.trigger = table.trigger;
        Collection<String> columns = table.columns.keySet();
        table.columns.values().forEach(column -> other.columns.put(names.apply(column.name), column(column, columns)));
        table.keys.forEach(key -> other.keys.add(new Model.KeyModel(names.apply(key.name()), key.primary(), all(key.columns()),
                all(key.include()), key.options())));
        table.checks.forEach(check -> other.checks.add(new Model.CheckModel(names.apply(check.name()),
                text(check.condition(), columns), all(check.columns()), check.noInherit())));
        table.foreignKeys.forEach(key -> other.foreignKeys.add(new Model.ForeignKeyModel(names.apply(key.name()),
                all(key.columns()), name(key.table()), all(key.referenced()), key.options())));
        table.indexes.forEach(index -> other.indexes.add(new Model.IndexModel(names.apply(index.name()), index.unique(),
                index.method(), index.keys().stream().map(key -> text(key, columns)).toList(), all(index.columns()),
                text(index.rest(), columns))));
        renamed.tables.add(other);
    }

    private ColumnModel column(ColumnModel column, Collection<String> columns) {
        ColumnModel other = new ColumnModel(names.apply(column.name), type(column.type));
        other.notNull = column.notNull;
        other.defaultValue = column.defaultValue;
        other.sequence = column.sequence == null ? null : name(column.sequence);
        other.identity = column.identity;
        other.generated = text(column.generated, columns);
        other.generatedFrom = column.generatedFrom == null ? null : names.apply(column.generatedFrom);
        other.collation = column.collation;
        other.comment = column.comment;
        return other;
    }

    private ColumnType type(ColumnType type) {
        return model.enums.stream().filter(each -> each.name.sql().equals(type.sql())).findFirst()
                .map(each -> new ColumnType(name(each.name).sql(), type.family())).orElse(type);
    }

    private Name name(Name name) {
        return new Name(names.apply(name.schema()), names.apply(name.local()));
    }

    private List<String> all(List<String> some) {
        return some.stream().map(names).toList();
    }

    /** Models quote every column in their texts; what else is quoted is a function or a collation. */
    private String text(String text, Collection<String> columns) {
        if (text == null) {
            return null;
        }
        Matcher matcher = QUOTED.matcher(text);
        return matcher.replaceAll(match -> {
            String name = match.group(1).replace("\"\"", "\"");
            return Matcher.quoteReplacement(columns.contains(name) ? Model.quote(names.apply(name)) : match.group());
        });
    }
}
