package io.quarkiverse.dibs.postgres.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.TestDatabase;

class LoadAdviceTest {

    @ParameterizedTest
    @CsvSource({ "CREATE TABEL x (), Correct the SQL at the mark", "CREATE VIEW v AS SELECT * FROM nowhere, in the files",
            "CREATE TABLE t (a nosuchtype), Check the name", "CREATE EXTENSION nosuch, Install on the scratch server",
            "CREATE TABLE t (a int DEFAULT 1/0 CHECK (1/0 > 1)); SELECT 1/0, on an empty database" })
    void whatDoesNotRunSaysWhatToDo(String sql, String remedy) {
        Problem problem = catchThrowableOfType(DibsException.class, () -> Scratch.read(TestDatabase.VERTX,
                SharedTestServer.of(18).url(), List.of(new SqlFile("a.sql", sql)))).problem();
        assertThat(problem.code()).isEqualTo("DIBS-0280");
        assertThat(problem.remedy().orElseThrow()).contains(remedy);
    }
}
