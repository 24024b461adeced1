package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;

class P02_NoPoolersByAccidentTest {

    @Test
    void aConnectionThatIsNotTheBackendItSaysIsRefused() throws IOException {
        try (RunnerFixture fixture = new RunnerFixture(18);
                TestProxy pooler = new TestProxy(fixture.database.server().port(), true, sent -> TestProxy.Fate.PASS)) {
            MigrationRunner runner = new MigrationRunner(TestDatabase.VERTX, pooler.url(fixture.database.url()),
                    new HistoryTables("public"), Map.of());
            assertThatThrownBy(() -> RunnerFixture.collect(runner.start(List.of(TestMigration.sql(1, "CREATE TABLE t ()")),
                    RunOptions.defaults()))).isInstanceOfSatisfying(DibsException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo("DIBS-0611");
                        assertThat(e.problem().category()).isEqualTo(Category.CONNECTION);
                        assertThat(e.problem().remedy()).isPresent();
                    });
            assertThat(fixture.rows("SELECT to_regclass('__dibs_migrations')")).containsExactly("null");
        }
    }

    @Test
    void aPlainForwarderIsNoPooler() throws IOException {
        try (RunnerFixture fixture = new RunnerFixture(18);
                TestProxy forwarder = new TestProxy(fixture.database.server().port(), false, sent -> TestProxy.Fate.PASS)) {
            MigrationRunner runner = new MigrationRunner(TestDatabase.VERTX, forwarder.url(fixture.database.url()),
                    new HistoryTables("public"), Map.of());
            assertThat(RunnerFixture.summary(RunnerFixture.collect(
                    runner.start(List.of(TestMigration.sql(1, "CREATE TABLE t ()")), RunOptions.defaults()))).applied())
                    .containsExactly("1");
        }
    }
}
