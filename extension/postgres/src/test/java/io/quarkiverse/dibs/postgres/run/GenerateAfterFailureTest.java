package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.GenerateOperation;
import io.quarkiverse.dibs.postgres.operation.GenerateRequest;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** What keeps the next migration from being generated is told with what helps. */
@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class GenerateAfterFailureTest {

    @Parameter
    int major;

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(major);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void aFailedMigrationThatTheCodeHasNoMoreIsForRepair() {
        TestMigration failing = TestMigration.sql(1, "SELECT 1 / 0");
        fixture.run(failing);
        assertThat(remedy(failing)).contains("Run dibs migrate first");
        assertThat(remedy()).contains("dibs repair").doesNotContain("migrate");
    }

    private String remedy(MigrationInvoker... code) {
        GenerateRequest request = new GenerateRequest("next", false, Set.of(), "20260101000000", Optional.empty(),
                DiffRequest.standard());
        DibsException refused = catchThrowableOfType(DibsException.class,
                () -> new GenerateOperation(fixture.context(code)).run(request));
        assertThat(refused.problem().code()).isEqualTo("DIBS-0501");
        return refused.problem().remedy().orElseThrow();
    }
}
