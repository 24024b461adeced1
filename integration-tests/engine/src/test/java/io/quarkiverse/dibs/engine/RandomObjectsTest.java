package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.engine.random.ItemPair;

/**
 * T1 for the kinds that the model of tables does not draw: types of every sort, partition trees, inheritance, typed and foreign
 * tables, routines, operators, casts, collations, text search, views over views, policies, rules, triggers, statistics,
 * comments
 * and grants, all of which need each other, some of them under another name afterwards.
 */
class RandomObjectsTest {

    @ParameterizedTest
    @ValueSource(ints = { 15, 14, 18 })
    void everyRandomPairHoldsInBothDirections(int major) throws Exception {
        ProvenPairs.prove(RandomObjectsTest.class, new Objects(), major,
                Integer.getInteger(major == 15 ? "dibs.objects" : "dibs.objects.others", 20));
    }

    @Test
    void theSameSeedMakesTheSamePair() {
        ItemPair pair = ItemPair.of(ProvenPairs.SEED, 1);
        assertThat(pair.toSql()).isEqualTo(ItemPair.of(ProvenPairs.SEED, 1).toSql())
                .isNotEqualTo(ItemPair.of(ProvenPairs.SEED, 2).toSql());
    }

    private static final class Objects implements ProvenPairs.Source {

        @Override
        public Pair pair(String name, int number) {
            return pair(name, ItemPair.of(ProvenPairs.SEED, number));
        }

        @Override
        public Pair shrunk(String name, int number, Predicate<Pair> fails, int attempts) {
            return pair(name, ItemPair.of(ProvenPairs.SEED, number)
                    .shrunk(candidate -> fails.test(pair(name, candidate)), attempts));
        }

        private static Pair pair(String name, ItemPair random) {
            return new Pair(name, random.fromSql(), random.toSql(), random.fromRows(), random.toRows());
        }
    }
}
