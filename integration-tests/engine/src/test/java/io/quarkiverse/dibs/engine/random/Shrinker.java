package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes a failing pair smaller while it goes on failing: tables first, then views, columns, and what hangs on tables. */
public final class Shrinker {

    private final Predicate<RandomPair> fails;
    private RandomPair pair;
    private int attempts;

    private Shrinker(RandomPair pair, Predicate<RandomPair> fails, int attempts) {
        this.pair = pair;
        this.fails = fails;
        this.attempts = attempts;
    }

    public static RandomPair shrink(RandomPair pair, Predicate<RandomPair> fails, int attempts) {
        Shrinker shrinker = new Shrinker(pair, fails, attempts);
        boolean smaller = true;
        while (smaller && shrinker.attempts > 0) {
            smaller = false;
            for (Consumer<Model> cut : shrinker.cuts()) {
                smaller |= shrinker.tryCut(cut);
            }
        }
        return shrinker.pair;
    }

    private boolean tryCut(Consumer<Model> cut) {
        if (attempts-- <= 0) {
            return false;
        }
        Model from = pair.from().copy();
        Model to = pair.to().copy();
        cut.accept(from);
        cut.accept(to);
        RandomPair candidate = new RandomPair(from, to);
        if (candidate.fromSql().equals(pair.fromSql()) && candidate.toSql().equals(pair.toSql()) || !fails.test(candidate)) {
            return false;
        }
        pair = candidate;
        return true;
    }

    private List<Consumer<Model>> cuts() {
        List<Consumer<Model>> cuts = new ArrayList<>();
        List<Model> sides = List.of(pair.from(), pair.to());
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
