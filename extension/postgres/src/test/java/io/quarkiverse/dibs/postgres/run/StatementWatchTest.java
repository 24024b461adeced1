package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.report.MigrationEvent;

/** Each waits for what the watch tells, and only then lets the statement go on: without the telling it would never end. */
@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class StatementWatchTest {

    @Parameter
    int major;

    private RunnerFixture fixture;
    private PgSession other;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(major);
        fixture.database.run("CREATE TABLE t (id int)");
        other = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE);
    }

    @AfterEach
    void drop() {
        other.close();
        fixture.close();
    }

    @Test
    void anIndexBuildThatWaitsSaysForWhom() {
        other.run("BEGIN");
        other.run("INSERT INTO t VALUES (1)");

        List<MigrationEvent> events = runAndRelease(
                TestMigration.sql(1, "CREATE INDEX CONCURRENTLY t_id ON t (id)").withoutTransaction(),
                event -> event instanceof MigrationEvent.Progress);

        MigrationEvent.Progress progress = RunnerFixture.only(events, MigrationEvent.Progress.class).get(0);
        assertThat(progress.label()).startsWith("t_id: waiting for writers before build (process "
                + other.connection().processId() + ", dibs, ");
        assertThat(progress.total()).isEqualTo(1);
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    @Test
    void aStatementThatWaitsForALockSaysWhoHoldsIt() {
        other.run("BEGIN");
        other.run("LOCK TABLE t IN ACCESS SHARE MODE");

        List<MigrationEvent> events = runAndRelease(TestMigration.sql(1, "ALTER TABLE t ADD COLUMN x int"),
                event -> event instanceof MigrationEvent.Log log && log.message()
                        .startsWith("waits for a lock on t behind process " + other.connection().processId()));

        assertThat(RunnerFixture.only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    private List<MigrationEvent> runAndRelease(TestMigration migration, java.util.function.Predicate<MigrationEvent> told) {
        List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
        boolean[] released = new boolean[1];
        fixture.start(RunOptions.defaults().withLockTimeout(Duration.ofSeconds(60)), migration).events().onItem()
                .invoke(event -> {
                    events.add(event);
                    if (!released[0] && told.test(event)) {
                        released[0] = true;
                        other.connection().query("COMMIT").executeAndForget();
                    }
                }).collect().last().await().atMost(Duration.ofSeconds(120));
        assertThat(released[0]).as(events.toString()).isTrue();
        return events;
    }
}
