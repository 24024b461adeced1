package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Two related schemas of objects of many kinds, and what some of them are called afterwards.
 *
 * @param to the second schema under the names of the first
 */
public record ItemPair(Items from, Items to, ItemRenames renames) {

    public static ItemPair of(long seed, int number) {
        Draw draw = new Draw(seed, number);
        Items from = ItemMaker.random(draw);
        Items to = ItemMaker.changed(from, draw);
        return new ItemPair(from, to, draw.chance(25) ? ItemRenames.random(draw, from, to) : ItemRenames.NONE);
    }

    public String fromSql() {
        return from.sql();
    }

    public String toSql() {
        return renames.declared(from, to) + renames.applied(to.sql());
    }

    public String fromRows() {
        return from.rows();
    }

    public String toRows() {
        return renames.applied(to.rows());
    }

    /** The pair with as little in it as still fails, in so many attempts. */
    public ItemPair shrunk(Predicate<ItemPair> fails, int attempts) {
        ItemPair small = this;
        int left = attempts;
        boolean smaller = true;
        while (smaller && left > 0) {
            smaller = false;
            for (ItemPair candidate : small.candidates()) {
                if (left-- > 0 && fails.test(candidate)) {
                    small = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return small;
    }

    /** Without an item and what needs it, the largest cuts first; with an item as it was; or without a rename. */
    private List<ItemPair> candidates() {
        Set<String> keys = new TreeSet<>(from.all().stream().map(Item::key).toList());
        keys.addAll(to.all().stream().map(Item::key).toList());
        List<ItemPair> candidates = new ArrayList<>();
        for (String key : keys) {
            ItemPair cut = new ItemPair(from.copy(), to.copy(), renames);
            cut.from.remove(key);
            cut.to.remove(key);
            candidates.add(cut);
            if (from.has(key) && !to.has(key) || to.has(key) && !from.has(key)) {
                continue;
            }
            if (!from.find(key).equals(to.find(key)) && from.find(key).needs().stream().allMatch(to::has)) {
                ItemPair same = new ItemPair(from, to.copy(), renames);
                same.to.put(from.find(key));
                candidates.add(same);
            }
        }
        renames.shorter().forEach(fewer -> candidates.add(new ItemPair(from, to, fewer)));
        candidates.sort((a, b) -> a.size() - b.size());
        return candidates;
    }

    private int size() {
        return from.all().size() + to.all().size();
    }
}
