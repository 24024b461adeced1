package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.engine.random.RandomPair;
import io.quarkiverse.dibs.engine.random.Shrinker;

/** T1: random pairs of related schemas of tables, with rows, each proved on a real server in both directions. */
class RandomPairsTest {

    @ParameterizedTest
    @ValueSource(ints = { 15, 14, 18 })
    void everyRandomPairHoldsInBothDirections(int major) throws Exception {
        ProvenPairs.prove(RandomPairsTest.class, new Models(), major,
                Integer.getInteger(major == 15 ? "dibs.pairs" : "dibs.pairs.others", 20));
    }

    @Test
    void theSameSeedMakesTheSamePair() {
        RandomPair pair = RandomPair.of(ProvenPairs.SEED, 1);
        assertThat(pair.fromSql()).isEqualTo(RandomPair.of(ProvenPairs.SEED, 1).fromSql())
                .isNotEqualTo(RandomPair.of(ProvenPairs.SEED, 2).fromSql());
    }

    private static final class Models implements ProvenPairs.Source {

        @Override
        public Pair pair(String name, int number) {
            return pair(name, RandomPair.of(ProvenPairs.SEED, number));
        }

        @Override
        public Pair shrunk(String name, int number, Predicate<Pair> fails, int attempts) {
            return pair(name, Shrinker.shrink(RandomPair.of(ProvenPairs.SEED, number),
                    candidate -> fails.test(pair(name, candidate)), attempts));
        }

        private static Pair pair(String name, RandomPair random) {
            return new Pair(name, random.fromSql(), random.toSql(), random.fromRows(), random.toRows());
        }
    }
}
