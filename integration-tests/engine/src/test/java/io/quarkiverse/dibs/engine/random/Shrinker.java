package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes failing models, most often the two of a pair, smaller while they go on failing: tables first, then views, columns, and
 * what hangs on tables.
 */
public final class Shrinker {

    private final Predicate<List<Model>> fails;
    private List<Model> models;
    private int attempts;

    private Shrinker(List<Model> models, Predicate<List<Model>> fails, int attempts) {
        this.models = models;
        this.fails = fails;
        this.attempts = attempts;
    }

    public static RandomPair shrink(RandomPair pair, Predicate<RandomPair> fails, int attempts) {
        List<Model> small = shrink(List.of(pair.from(), pair.to()),
                models -> fails.test(new RandomPair(models.get(0), models.get(1))), attempts);
        return new RandomPair(small.get(0), small.get(1));
    }

    public static List<Model> shrink(List<Model> models, Predicate<List<Model>> fails, int attempts) {
        Shrinker shrinker = new Shrinker(models, fails, attempts);
        boolean smaller = true;
        while (smaller && shrinker.attempts > 0) {
            smaller = false;
            for (Consumer<Model> cut : shrinker.cuts()) {
                smaller |= shrinker.tryCut(cut);
            }
        }
        return shrinker.models;
    }

    private boolean tryCut(Consumer<Model> cut) {
        if (attempts-- <= 0) {
            return false;
        }
        List<Model> candidate = models.stream().map(Model::copy).toList();
        candidate.forEach(cut);
        if (written(candidate).equals(written(models)) || !fails.test(candidate)) {
            return false;
        }
        models = candidate;
        return true;
    }

    private static List<String> written(List<Model> models) {
        return models.stream().map(ModelSql::schema).toList();
    }

    private List<Consumer<Model>> cuts() {
        List<Consumer<Model>> cuts = new ArrayList<>();
        List<Model> sides = models;
        sides.forEach(side -> side.tables.forEach(table -> cuts.add(model -> model.remove(table.name))));
        sides.forEach(side -> side.views.forEach(view -> cuts.add(model -> model.views.removeIf(
                other -> other.name().equals(view.name())))));
        for (Model side : sides) {
            for (Model.TableModel table : side.tables) {
                cuts.add(model -> inTable(model, table, other -> other.foreignKeys.clear()));
                cuts.add(model -> inTable(model, table, other -> other.indexes.clear()));
                cuts.add(model -> inTable(model, table, other -> other.checks.clear()));
                cuts.add(model -> inTable(model, table, other -> {
                    other.trigger = null;
                    other.comment = null;
                    other.parameters = null;
                    other.columns.values().forEach(column -> column.comment = null);
                }));
                table.indexes.forEach(index -> cuts.add(model -> inTable(model, table,
                        other -> other.indexes.removeIf(same -> same.name().equals(index.name())))));
                table.checks.forEach(check -> cuts.add(model -> inTable(model, table,
                        other -> other.checks.removeIf(same -> same.name().equals(check.name())))));
                table.foreignKeys.forEach(key -> cuts.add(model -> inTable(model, table,
                        other -> other.foreignKeys.removeIf(same -> same.name().equals(key.name())))));
                table.keys.forEach(key -> cuts.add(model -> inTable(model, table, other -> {
                    other.keys.removeIf(same -> same.name().equals(key.name()));
                    model.dropDanglingForeignKeys();
                })));
                table.columns.keySet().forEach(column -> cuts.add(model -> inTable(model, table,
                        other -> model.remove(other, column))));
            }
        }
        sides.forEach(side -> side.sequences.forEach(each -> cuts.add(model -> {
            model.sequences.removeIf(other -> other.name.equals(each.name));
            model.tables.forEach(table -> table.columns.values().forEach(column -> column.sequence = each.name
                    .equals(column.sequence) ? null : column.sequence));
        })));
        sides.forEach(side -> side.enums.forEach(each -> cuts.add(model -> {
            boolean used = model.tables.stream().flatMap(table -> table.columns.values().stream())
                    .anyMatch(column -> column.type.sql().equals(each.name.sql()));
            if (!used) {
                model.enums.removeIf(other -> other.name.equals(each.name));
            }
        })));
        return cuts;
    }

    private static void inTable(Model model, Model.TableModel table, Consumer<Model.TableModel> change) {
        Model.TableModel own = model.table(table.name);
        if (own != null) {
            change.accept(own);
        }
    }
}
