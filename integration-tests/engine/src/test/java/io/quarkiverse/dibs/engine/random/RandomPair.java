package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;

/** A random schema and another that came from it by a few changes, and what they look like when they are written down. */
public record RandomPair(Model from, Model to) {

    public static RandomPair of(long seed, int number) {
        Draw draw = new Draw(seed, number);
        Names names = new Names(draw);
        Model from = Maker.random(draw, names);
        return new RandomPair(from, Mutator.mutate(from, draw, names));
    }

    /** So many schemas, each of which came from the one before by a few changes. */
    public static List<Model> chain(long seed, int number, int length) {
        Draw draw = new Draw(seed, number);
        Names names = new Names(draw);
        List<Model> chain = new ArrayList<>(List.of(Maker.random(draw, names)));
        while (chain.size() < length) {
            chain.add(Mutator.mutate(chain.get(chain.size() - 1), draw, names));
        }
        return chain;
    }

    public String fromSql() {
        return ModelSql.schema(from);
    }

    public String toSql() {
        return ModelSql.schema(to);
    }

    public String fromRows() {
        return ModelSql.rows(from);
    }

    public String toRows() {
        return ModelSql.rows(to);
    }
}
