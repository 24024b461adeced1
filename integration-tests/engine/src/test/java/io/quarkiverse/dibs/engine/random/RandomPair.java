package io.quarkiverse.dibs.engine.random;

/** A random schema and another that came from it by a few changes, and what they look like when they are written down. */
public record RandomPair(Model from, Model to) {

    public static RandomPair of(long seed, int number) {
        Draw draw = new Draw(seed, number);
        Names names = new Names(draw);
        Model from = Maker.random(draw, names);
        return new RandomPair(from, Mutator.mutate(from, draw, names));
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
