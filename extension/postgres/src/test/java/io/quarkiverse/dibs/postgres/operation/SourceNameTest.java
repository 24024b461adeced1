package io.quarkiverse.dibs.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

class SourceNameTest {

    @ParameterizedTest
    @CsvSource({ "mysql://u:s3cret@h/x, 'A source is entities, db'", "jdbc:postgresql://u:s3cret@h/x, 'without \"jdbc:\"'",
            "http://u:s3cret@h/x, 'A source is'", "host=h password=s3cret, 'Write it as a URL'",
            "u:s3cret@h/x, 'A source is'" })
    void whatIsNoneIsRefusedWithoutAPassword(String source, String remedy) {
        for (List<String> sides : List.of(List.of(source, "db"), List.of("db", source))) {
            Problem problem = catchThrowableOfType(DibsException.class,
                    () -> new DiffRequest(sides.get(0), sides.get(1), List.of(), List.of(), Optional.empty())).problem();
            assertThat(problem.code()).isEqualTo("DIBS-0305");
            assertThat(problem.toString()).doesNotContain("s3cret");
            assertThat(problem.remedy().orElseThrow()).contains(remedy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "db", "entities", "file:a.sql", "postgresql://h/x", "postgres://h/x" })
    void whatIsOneIsTaken(String source) {
        assertThat(new DiffRequest(source, source, List.of(), List.of(), Optional.empty()).to()).isEqualTo(source);
    }
}
