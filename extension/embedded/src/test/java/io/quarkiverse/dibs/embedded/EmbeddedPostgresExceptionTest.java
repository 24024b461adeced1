package io.quarkiverse.dibs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresExceptionTest {

    @TempDir
    Path folder;

    @Test
    void whatIsInTheWayIsNamedWithoutTheNameOfAnException() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedPostgres.builder().dataDirectory(inTheWay.resolve("postgres")).start())
                .isInstanceOf(EmbeddedPostgresException.class).message().contains(inTheWay.toString())
                .doesNotContain("Exception");
    }

    /** Nothing is denied to root, who may run this. */
    @Test
    void whatMayNotBeWrittenIsNamedWithWhatToDo() {
        EmbeddedPostgresException denied = EmbeddedPostgresException.of("It could not be started",
                new AccessDeniedException("/there/.dibs"));
        assertThat(denied).hasMessageStartingWith(
                "It could not be started, because /there/.dibs may not be read or written: make it readable and writable for ");
        assertThat(denied.reason().code()).isEqualTo("DIBS-0921");
    }
}
