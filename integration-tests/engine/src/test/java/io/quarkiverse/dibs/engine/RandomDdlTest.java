package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.engine.random.Draw;
import io.quarkiverse.dibs.engine.random.ServerDdl;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;

/**
 * T1 for a schema in which everything hangs together: the second of a pair is the first after DDL that the server itself has
 * carried out, with all that it drags along. Nobody says which names are new ones for old things.
 */
class RandomDdlTest {

    private static final String DENSE = Resources.text("dense.sql");

    @ParameterizedTest
    @ValueSource(ints = { 15, 14, 18 })
    void whatTheServerMadeOfADenseSchemaIsReachedInBothDirections(int major) throws Exception {
        ProvenPairs.prove(RandomDdlTest.class, new AfterDdl(major), major,
                Integer.getInteger(major == 15 ? "dibs.ddl" : "dibs.ddl.others", 10));
    }

    private record AfterDdl(int major) implements ProvenPairs.Source {

        @Override
        public Pair pair(String name, int number) {
            return pair(name, statements(number));
        }

        @Override
        public Pair shrunk(String name, int number, Predicate<Pair> fails, int attempts) {
            List<String> small = statements(number);
            for (int i = small.size() - 1, left = attempts; i >= 0 && left > 0; i--, left--) {
                List<String> fewer = new ArrayList<>(small);
                fewer.remove(i);
                if (fails.test(pair(name, fewer))) {
                    small = fewer;
                }
            }
            return pair(name, small);
        }

        private static Pair pair(String name, List<String> statements) {
            return new Pair(name, DENSE, DENSE + String.join(";\n", statements), "", "");
        }

        private List<String> statements(int number) {
            try (DatabasePool.Database database = DatabasePool.of(major).take()) {
                PgSession session = database.session();
                session.run(DENSE);
                return ServerDdl.random(new Draw(ProvenPairs.SEED, number), query -> rows(session, query),
                        statement -> isTaken(session, statement));
            }
        }

        private static List<List<String>> rows(PgSession session, String query) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : session.run(query)) {
                rows.add(IntStream.range(0, row.size()).mapToObj(i -> String.valueOf(row.getValue(i))).toList());
            }
            return rows;
        }

        private static boolean isTaken(PgSession session, String statement) {
            try {
                session.run(statement);
                return true;
            } catch (PgException refused) {
                return false;
            }
        }
    }
}
