package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.planfile.SchemaPrint;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/** An index that entities want on a table whose partitions they do not know is built as on any table with rows. */
class UnmanagedPartitionsTest {

    private static final int MAJOR = 15;
    private static final String TABLES = """
            CREATE TABLE m (id int NOT NULL, region text NOT NULL, "Note" text) PARTITION BY LIST (region);
            CREATE TABLE m_north PARTITION OF m FOR VALUES IN ('north');
            CREATE TABLE m_south PARTITION OF m FOR VALUES IN ('south') PARTITION BY RANGE (id);
            CREATE TABLE m_south_1_with_a_name_that_fills_all_bytes_postgres_keeps_of_it PARTITION OF m_south
                FOR VALUES FROM (0) TO (10);
            CREATE TABLE m_south_2 PARTITION OF m_south FOR VALUES FROM (10) TO (20);
            INSERT INTO m SELECT n, CASE WHEN n < 5 THEN 'north' ELSE 'south' END, 'n' || n FROM generate_series(1, 19) n;
            CREATE TABLE "m_north_id_Note_idx" (id int);
            """;
    private static final String INDEXES = """
            CREATE INDEX m_id ON m (id, "Note");
            CREATE INDEX m_lower ON m (lower(region), (id + 1)) INCLUDE ("Note") WHERE id > 1;
            CREATE UNIQUE INDEX m_unique ON m (id, region);
            """;

    @Test
    void anIndexIsBuiltPartitionByPartitionUnderTheNamesThatPostgresGives() {
        DatabasePool pool = DatabasePool.of(MAJOR);
        try (DatabasePool.Database ours = pool.take();
                DatabasePool.Database theirs = pool.take()) {
            ours.session().run(TABLES);
            // one that fits is taken instead of another being built
            ours.session().run("CREATE INDEX there ON m_south_2 (lower(region), (id + 1)) INCLUDE (\"Note\") WHERE id > 1");
            theirs.session().run(TABLES);
            theirs.session().run("CREATE INDEX there ON m_south_2 (lower(region), (id + 1)) INCLUDE (\"Note\") WHERE id > 1");
            theirs.session().run(INDEXES);
            Schema present = read(ours.session());
            Schema end = read(theirs.session());
            Schema wanted = wanted(end);

            Plan plan = Planner.plan(diff(present, wanted), PlanOptions.forServer(MAJOR).withOnline(Online.AUTO,
                    Set.of(ObjectId.table("public", "m_north"))));
            assertThat(plan.statements()).filteredOn(sql -> sql.contains(" INDEX ") && !sql.contains("ATTACH"))
                    .allMatch(sql -> sql.contains("CONCURRENTLY") || sql.contains(" ON ONLY "));
            assertThat(PlanRun.run(plan, ours.session())).isNull();

            assertThat(SchemaPrint.of(diff(present, wanted).end(), false)
                    .differences(SchemaPrint.of(read(ours.session()), false))).as("what a plan file promises").isEmpty();
            assertThat(Differ.diff(read(ours.session()), end, DiffOptions.complete().withServerMajor(MAJOR)).changes())
                    .isEmpty();
            assertThat(diff(read(ours.session()), wanted).isEmpty()).isTrue();
        }
    }

    @Test
    void withoutRowsPostgresBuildsThemAll() {
        DatabasePool pool = DatabasePool.of(MAJOR);
        try (DatabasePool.Database ours = pool.take();
                DatabasePool.Database theirs = pool.take()) {
            ours.session().run(TABLES);
            theirs.session().run(TABLES);
            theirs.session().run(INDEXES);
            Plan plan = Planner.plan(diff(read(ours.session()), wanted(read(theirs.session()))),
                    PlanOptions.forServer(MAJOR).withOnline(Online.AUTO, Set.of(ObjectId.table("public", "other"))));
            assertThat(plan.statements()).hasSize(3).noneMatch(sql -> sql.contains("ONLY"));
        }
    }

    @Test
    void aPlanFilePromisesWhatPostgresDoesByItself() {
        DatabasePool pool = DatabasePool.of(MAJOR);
        try (DatabasePool.Database ours = pool.take();
                DatabasePool.Database theirs = pool.take()) {
            ours.session().run(TABLES);
            ours.session().run("CREATE INDEX m_id ON m (id); CREATE INDEX m_gone ON m (region)");
            ours.session().run("COMMENT ON INDEX m_south_region_idx IS 'of a partition'");
            theirs.session().run(TABLES);
            theirs.session().run(INDEXES);
            Diff diff = diff(read(ours.session()), wanted(read(theirs.session())));
            Plan plan = Planner.plan(diff, PlanOptions.forServer(MAJOR));
            assertThat(PlanRun.run(plan, ours.session())).isNull();
            assertThat(SchemaPrint.of(diff.end(), false).differences(SchemaPrint.of(read(ours.session()), false))).isEmpty();
        }
    }

    private static Diff diff(Schema present, Schema wanted) {
        return Differ.diff(present, wanted, DiffOptions.entities(List.of(), Set.of()).withServerMajor(MAJOR));
    }

    private static Schema read(PgSession session) {
        return CatalogReader.readNow(session, List.of()).schema();
    }

    /** The partitioned table alone, as an entity has it. */
    private static Schema wanted(Schema whole) {
        ObjectId table = ObjectId.table("public", "m");
        Predicate<ObjectId> known = id -> id.equals(table) || id.isWithin(table) && id.kind() == ObjectKind.COLUMN
                || whole.find(id, Index.class).filter(index -> index.table().equals(table)).isPresent()
                || id.kind() == ObjectKind.NAMESPACE;
        Schema.Builder wanted = whole.toBuilder();
        whole.ids().stream().filter(known.negate()).forEach(wanted::remove);
        return wanted.build();
    }
}
