package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/** Rows between partitions where it matters what else is known; the corpus has the rest ({@code partition/}). */
class PartitionCutsTest {

    private static final int MAJOR = 15;
    private static final String TABLES = """
            CREATE TABLE reading (at int NOT NULL, value text) PARTITION BY RANGE (at);
            CREATE TABLE reading_0 PARTITION OF reading FOR VALUES FROM (0) TO (100);
            CREATE TABLE reading_rest PARTITION OF reading DEFAULT;
            """;
    private static final String ONE_MORE = """
            CREATE TABLE reading_1 PARTITION OF reading FOR VALUES FROM (100) TO (200) PARTITION BY LIST (value);
            CREATE TABLE reading_1_none PARTITION OF reading_1 FOR VALUES IN (NULL);
            """;
    private static final String SPLIT = """
            ALTER TABLE reading DETACH PARTITION reading_0;
            ALTER TABLE reading ATTACH PARTITION reading_0 FOR VALUES FROM (0) TO (50);
            CREATE TABLE reading_50 PARTITION OF reading FOR VALUES FROM (50) TO (100);
            """;
    private static final Set<ObjectId> REST = Set.of(ObjectId.table("public", "reading_rest"));

    @ParameterizedTest
    @ValueSource(strings = { "NEVER", "AUTO", "ALWAYS" })
    void rowsOfTheDefaultOneGoIntoTheNewOne(Online online) {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            ours.session().run(TABLES);
            ours.session().run("INSERT INTO reading VALUES (5, 'x'), (100, NULL), (199, NULL), (200, 'y')");
            Schema wanted = wanted(ONE_MORE);
            Plan plan = plan(ours.session(), wanted, PlanOptions.forServer(MAJOR).withOnline(online, REST));
            assertThat(PlanRun.run(plan, ours.session())).isNull();
            assertThat(numbers(ours.session(), "reading_1")).isEqualTo("100,199");
            assertThat(numbers(ours.session(), "reading_rest")).isEqualTo("200");
            assertThat(plan(ours.session(), wanted, PlanOptions.forServer(MAJOR)).statements()).isEmpty();
        }
    }

    @Test
    void anEmptyDefaultOneIsLeftAlone() {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            ours.session().run(TABLES);
            Plan plan = plan(ours.session(), wanted(ONE_MORE), PlanOptions.forServer(MAJOR).withOnline(Online.AUTO, Set.of()));
            assertThat(plan.statements()).noneMatch(sql -> sql.contains("INSERT"));
        }
    }

    @Test
    void whatOthersWriteMeanwhileIsNotLost() {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            ours.session().run(TABLES);
            ours.session().run("INSERT INTO reading VALUES (70, 'x')");
            Plan plan = plan(ours.session(), wanted(SPLIT), PlanOptions.forServer(MAJOR));
            List<String> statements = plan.statements();
            int locked = indexOf(statements, "LOCK TABLE ONLY public.reading, public.reading_0, ");
            assertThat(locked).isNotNegative().isLessThan(indexOf(statements, "CREATE TABLE public.__dibs_old_reading AS"));
            assertThat(PlanRun.run(plan, ours.session())).isNull();
            assertThat(numbers(ours.session(), "reading_50")).isEqualTo("70");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.value := 1; RETURN NEW; END';"
                    + "CREATE TRIGGER t BEFORE INSERT ON reading FOR EACH ROW EXECUTE FUNCTION f()",
            "CREATE RULE r AS ON INSERT TO reading DO ALSO NOTHING",
            "ALTER TABLE reading FORCE ROW LEVEL SECURITY" })
    void rowsThatSomethingWouldBeDoneToStayWhereTheyAre(String obstacle) {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            ours.session().run(TABLES + obstacle);
            Plan plan = plan(ours.session(), wanted(obstacle + ";" + SPLIT), PlanOptions.forServer(MAJOR));
            assertThat(plan.statements()).noneMatch(sql -> sql.contains("INSERT"));
            assertThat(plan.steps()).flatExtracting(step -> step.hazards()).extracting(note -> note.hazard().name())
                    .contains("MAY_FAIL_ON_DATA");
        }
    }

    /** What entities and files do not know is not in the comparison, and would still act on rows that go and come. */
    @ParameterizedTest
    @ValueSource(strings = {
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                    + "CREATE TRIGGER t BEFORE INSERT ON reading FOR EACH ROW EXECUTE FUNCTION f()",
            "ALTER TABLE reading ADD PRIMARY KEY (at);"
                    + "CREATE TABLE note (at int REFERENCES reading ON DELETE CASCADE); INSERT INTO note VALUES (70)" })
    void whatIsUnmanagedKeepsRowsWhereTheyAre(String unknown) {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            ours.session().run(TABLES);
            ours.session().run("INSERT INTO reading VALUES (70, 'x');" + unknown);
            Schema present = CatalogReader.readNow(ours.session(), List.of()).schema();
            Schema wanted = wanted(unknown.startsWith("ALTER") ? "ALTER TABLE reading ADD PRIMARY KEY (at);" + SPLIT : SPLIT);
            Plan plan = Planner.plan(Differ.diff(present, wanted,
                    DiffOptions.entities(List.of(), Set.of()).withServerMajor(MAJOR)), PlanOptions.forServer(MAJOR));
            assertThat(plan.statements()).anyMatch(sql -> sql.contains("ATTACH PARTITION public.reading_0"))
                    .noneMatch(sql -> sql.contains("DELETE") || sql.contains("INSERT"));
        }
    }

    @Test
    void rowsThatPointToThemStayWhileTheKeyChanges() {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            String keys = "ALTER TABLE reading ADD PRIMARY KEY (at);"
                    + "CREATE TABLE note (at int, CONSTRAINT of_reading FOREIGN KEY (at) REFERENCES reading ON DELETE %s);";
            ours.session().run(TABLES + keys.formatted("CASCADE"));
            ours.session().run("INSERT INTO reading VALUES (150, NULL); INSERT INTO note VALUES (150)");
            Plan plan = plan(ours.session(),
                    wanted(keys.formatted("NO ACTION")
                            + "CREATE TABLE reading_1 PARTITION OF reading FOR VALUES FROM (100) TO (200)"),
                    PlanOptions.forServer(MAJOR).withOnline(Online.NEVER, REST));
            assertThat(plan.statements()).anyMatch(sql -> sql.startsWith("DELETE FROM public.reading_rest"));
            assertThat(PlanRun.run(plan, ours.session())).isNull();
            assertThat(numbers(ours.session(), "note")).isEqualTo("150");
            assertThat(numbers(ours.session(), "reading_1")).isEqualTo("150");
        }
    }

    @Test
    void valuesOfAColumnThatIsComputedNoMoreStay() {
        try (DatabasePool.Database ours = DatabasePool.of(MAJOR).take()) {
            ours.session().run(TABLES + "ALTER TABLE reading ADD twice int GENERATED ALWAYS AS (at * 2) STORED");
            Plan plan = plan(ours.session(), wanted("ALTER TABLE reading ADD twice int;" + SPLIT),
                    PlanOptions.forServer(MAJOR));
            assertThat(plan.statements()).anyMatch(sql -> sql.contains("DROP EXPRESSION"))
                    .noneMatch(sql -> sql.contains("INSERT"));
        }
    }

    private static int indexOf(List<String> statements, String start) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private static Schema wanted(String more) {
        try (DatabasePool.Database theirs = DatabasePool.of(MAJOR).take()) {
            theirs.session().run(TABLES + more);
            return CatalogReader.readNow(theirs.session(), List.of()).schema();
        }
    }

    private static Plan plan(PgSession session, Schema wanted, PlanOptions options) {
        Schema present = CatalogReader.readNow(session, List.of()).schema();
        return Planner.plan(Differ.diff(present, wanted, DiffOptions.complete().withServerMajor(MAJOR)), options);
    }

    private static String numbers(PgSession session, String table) {
        return session.run("SELECT string_agg(at::text, ',' ORDER BY at) FROM " + table).iterator().next().getString(0);
    }
}
