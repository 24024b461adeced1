package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionEndTest {

    @ParameterizedTest
    @ValueSource(strings = { "COMMIT", " /* now */ commit and chain", "SELECT 1; end", "ROLLBACK", "rollback work", "ABORT;",
            "PREPARE TRANSACTION 'x'", "SELECT 'a;b'; -- c\n COMMIT" })
    void aCommandThatEndsTheTransactionIsFound(String sql) {
        assertThat(TransactionEnd.isIn(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT 'COMMIT'", "-- COMMIT", "ROLLBACK TO here", "ROLLBACK WORK TO SAVEPOINT here",
            "PREPARE p AS SELECT 1", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END",
            "DO $$ BEGIN PERFORM 1; END; $$", "SELECT \"commit\" FROM t", "" })
    void nothingElseIsTakenForOne(String sql) {
        assertThat(TransactionEnd.isIn(sql)).isFalse();
    }
}
