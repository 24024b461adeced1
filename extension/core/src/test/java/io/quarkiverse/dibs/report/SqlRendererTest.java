package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class SqlRendererTest {

    @Test
    void transactionalStepsStandTogetherBetweenBeginAndCommit() {
        assertThat(SqlRenderer.render(Samples.DIFF.steps())).isEqualTo("""
                BEGIN;
                ALTER TABLE users ADD COLUMN email text NOT NULL;
                -- deletes-data on users (access exclusive): the column's values are lost
                ALTER TABLE users DROP COLUMN mail;
                COMMIT;

                CREATE INDEX CONCURRENTLY orders_day_idx ON orders (day);

                BEGIN;
                ALTER TYPE state ADD VALUE 'new';
                COMMIT;

                BEGIN;
                SELECT 1 -- one
                ;
                COMMIT;
                """);
    }

    @Test
    void nothingToRunIsAnEmptyText() {
        assertThat(SqlRenderer.render(List.of())).isEmpty();
    }
}
