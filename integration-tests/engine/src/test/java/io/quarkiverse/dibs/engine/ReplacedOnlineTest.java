package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.Schema;

/** Whenever another session looks while indexes, keys, checks and foreign keys are replaced, one of each is in force. */
class ReplacedOnlineTest {

    private static final String ONE = """
            CREATE TABLE t (id int CONSTRAINT p PRIMARY KEY, a int NOT NULL, b int NOT NULL);
            CREATE INDEX i ON t (a);
            COMMENT ON INDEX i IS 'looked for by a';
            CREATE UNIQUE INDEX u ON t (a, b);
            ALTER TABLE t ADD CONSTRAINT k UNIQUE (b), ADD CONSTRAINT c CHECK (a > 0);
            CREATE TABLE r (id int PRIMARY KEY);
            CREATE TABLE f (id int, r int, CONSTRAINT fk FOREIGN KEY (r) REFERENCES r);
            """;
    private static final String OTHER = """
            CREATE TABLE t (id int, a int NOT NULL, b int NOT NULL);
            ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY (id) INCLUDE (a);
            CREATE INDEX i ON t (a, b);
            COMMENT ON INDEX i IS 'looked for by both';
            CREATE UNIQUE INDEX u ON t (b, a) WHERE a > 3;
            ALTER TABLE t ADD CONSTRAINT k UNIQUE (b, id) DEFERRABLE, ADD CONSTRAINT c CHECK (a > 1 OR b > 1);
            CREATE TABLE r (id int PRIMARY KEY);
            CREATE TABLE f (id int, r int, CONSTRAINT fk FOREIGN KEY (r) REFERENCES r ON DELETE CASCADE);
            """;
    private static final String ROWS = """
            INSERT INTO t SELECT n, n + 1, n + 1 FROM generate_series(1, 100) n;
            INSERT INTO r VALUES (1);
            INSERT INTO f VALUES (1, 1);
            """;
    private static final String IN_FORCE = """
            SELECT (SELECT count(*) > 0 FROM pg_index
                     WHERE indrelid = 'public.t'::regclass AND indisvalid AND NOT indisunique)
               AND (SELECT count(*) >= 3 FROM pg_index
                     WHERE indrelid = 'public.t'::regclass AND indisvalid AND indisunique)
               AND (SELECT count(*) = 4 FROM pg_constraint WHERE conname IN ('p', 'k', 'c', 'fk'))""";

    @ParameterizedTest
    @CsvSource({ "14, false", "15, true", "15, false", "18, true", "18, false" })
    void oneOfEachIsInForceAllTheTime(int major, boolean back) {
        try (DatabasePool.Database ours = DatabasePool.of(major).take();
                DatabasePool.Database theirs = DatabasePool.of(major).take()) {
            ours.session().run((back ? OTHER : ONE) + ROWS);
            theirs.session().run(back ? ONE : OTHER);
            Schema wanted = CatalogReader.readNow(theirs.session(), List.of()).schema();
            Plan plan = Planner.plan(diff(ours, wanted, major),
                    PlanOptions.forServer(major).withOnline(Online.ALWAYS, Set.of()));
            assertThat(plan.steps()).anyMatch(step -> step.segment() == Segment.NO_TRANSACTION);
            AtomicInteger looks = new AtomicInteger();
            try (PgSession observer = ours.observer()) {
                PlanRun.Failure failure = PlanRun.run(plan, ours.session(), () -> {
                    looks.incrementAndGet();
                    assertThat(observer.run(IN_FORCE).iterator().next().getBoolean(0))
                            .as("in force behind statement " + looks + " of\n" + String.join("\n", plan.statements())).isTrue();
                });
                assertThat(failure).isNull();
            }
            assertThat(looks.get()).isGreaterThanOrEqualTo(plan.statements().size());
            assertThat(Planner.plan(diff(ours, wanted, major), PlanOptions.forServer(major)).statements()).isEmpty();
            assertThat(Oracle.of(ours, false).differencesFrom(Oracle.of(theirs, false))).isEmpty();
        }
    }

    private static Diff diff(DatabasePool.Database ours, Schema wanted, int major) {
        return Differ.diff(CatalogReader.readNow(ours.session(), List.of()).schema(), wanted,
                DiffOptions.complete().withServerMajor(major));
    }
}
