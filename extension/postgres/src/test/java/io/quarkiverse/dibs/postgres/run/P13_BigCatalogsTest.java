package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.RelationCap;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.operation.ApplyOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.report.ApplyReport;

/** Schemas at the edge of what a server takes, there and back. */
class P13_BigCatalogsTest {

    private static final int NIGHTLY_TABLES = 10_000;
    private static final List<String> CONSENT = Stream.of(Hazard.values()).map(Hazard::writtenName).toList();

    @Test
    void manyKeysOnOneParentAWideTableALongEnumAndALongDefaultAreMadeAndTakenAway() {
        try (TestDatabase empty = TestDatabase.of(18); TestDatabase big = TestDatabase.of(18)) {
            big.run("""
                    DO $$ BEGIN
                        EXECUTE (SELECT 'CREATE TABLE wide (' || string_agg('c' || i || ' int', ', ') || ')'
                            FROM generate_series(1, 1600) i);
                        EXECUTE (SELECT 'CREATE TYPE long AS ENUM (' || string_agg('''v' || i || '''', ', ') || ')'
                            FROM generate_series(1, 10000) i);
                        EXECUTE 'CREATE TABLE text_default (t text DEFAULT ' || quote_literal(repeat('x', 1000000)) || ')';
                        CREATE TABLE parent (id int PRIMARY KEY);
                        FOR i IN 1..500 LOOP
                            EXECUTE format('CREATE TABLE child_%s (parent int REFERENCES parent)', i);
                        END LOOP;
                    END $$
                    """);
            assertLeads(empty, big);
            try (TestDatabase another = TestDatabase.of(18)) {
                assertLeads(empty, another);
            }
            assertThat(empty.text("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")).isEqualTo("0");
        }
    }

    private static void assertLeads(TestDatabase from, TestDatabase to) {
        PlanFile plan = plan(from.url(), to.url());
        assertThat(plan.segments()).hasSizeGreaterThan(2).allSatisfy(segment -> {
            RelationCap cap = new RelationCap();
            assertThat(segment.steps()).noneMatch(step -> cap.isExceededBy(step.locks().keySet()));
        });
        ApplyReport report = apply(plan, from.url());
        assertThat(report.outcome()).as(String.valueOf(report.problem())).isEqualTo(ApplyReport.Outcome.DONE);
    }

    @Test
    void aTransactionWithMoreLocksThanTheServerHasIsRefusedBeforeItBegins() {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(18).temporary().testSettings()
                .setting("max_locks_per_transaction", "10").setting("max_connections", "20").start();
                TestDatabase wanted = TestDatabase.of(18)) {
            wanted.run("DO $$ BEGIN FOR i IN 1..150 LOOP"
                    + " EXECUTE format('CREATE TABLE t_%s (id int PRIMARY KEY, v text)', i); END LOOP; END $$");
            PlanFile plan = plan(server.url(), wanted.url());
            assertThatThrownBy(() -> apply(plan, server.url())).hasMessageContaining("DIBS-0521")
                    .hasMessageContaining("the server has 200");
            try (PgSession session = PgSession.open(TestDatabase.VERTX, server.url(), PgSession.ONE_BY_ONE)) {
                assertThat(session.run("SELECT to_regclass('t_1')").iterator().next().getValue(0)).isNull();
            }
        }
    }

    @Test
    void aCatalogOfManyTablesIsReadInAFixedNumberOfQueries() {
        Cases cases = Cases.of(P13_BigCatalogsTest.class);
        int tables = cases.number(NIGHTLY_TABLES);
        try (TestDatabase few = TestDatabase.of(18); TestDatabase many = TestDatabase.of(18)) {
            many.run("DO $$ BEGIN FOR i IN 1.." + Math.min(tables, 1000) + " LOOP"
                    + " EXECUTE format('CREATE TABLE t_%s (id int PRIMARY KEY, v text NOT NULL)', i); END LOOP; END $$");
            // one transaction has no locks for more
            for (int at = 1001; at < tables; at += 1000) {
                many.run("DO $$ BEGIN FOR i IN " + at + ".." + (at + 999) + " LOOP"
                        + " EXECUTE format('CREATE TABLE t_%s (id int PRIMARY KEY, v text NOT NULL)', i); END LOOP; END $$");
            }
            assertThat(statementsToRead(many)).isEqualTo(statementsToRead(few));
            cases.ran(tables, "tables");
        }
    }

    /** How many messages a reader sends. */
    private static int statementsToRead(TestDatabase database) {
        try (MessageProxy proxy = new MessageProxy(database.server().port(), MessageProxy.Place.NOWHERE);
                PgSession session = PgSession.open(TestDatabase.VERTX, proxy.url(database.url()), PgSession.READING)) {
            CatalogReader.readNow(session, List.of("public"));
            return proxy.sent();
        }
    }

    private static PlanFile plan(String from, String to) {
        return new PlanOperation(context(from)).file(new DiffRequest("db", to, List.of(), List.of(), Optional.empty()), "test");
    }

    private static ApplyReport apply(PlanFile plan, String url) {
        return new ApplyOperation(context(url)).prepare(PlanFileCodec.write(plan), CONSENT, Duration.ofSeconds(30), event -> {
        }).apply();
    }

    private static OperationContext context(String url) {
        return OperationContext.withoutModule(TestDatabase.VERTX, Optional.of(url));
    }
}
