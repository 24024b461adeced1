package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class P03_RightServerTest {

    @Test
    void aDatabaseThatCanOnlyBeReadIsRefusedBeforeAnyWork() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',"
                    + " current_database()); END $$");
            assertThatThrownBy(() -> fixture.run(TestMigration.sql(1, "CREATE TABLE t ()")))
                    .hasMessageContaining("DIBS-0612").hasMessageContaining("can only be read");
            assertThat(fixture.rows("SELECT to_regclass('__dibs_migrations')")).containsExactly("null");
        }
    }
}
