package io.quarkiverse.dibs.postgres.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReasonTest {

    @TempDir
    Path folder;

    @Test
    void theReasonIsSaidInWordsWithoutTheFile() throws IOException {
        Path file = Files.write(folder.resolve("latin1"), new byte[] { (byte) 0xe9 });
        assertThat(reasonOfReading(file)).isEqualTo("it is not UTF-8");
        assertThat(reasonOfReading(folder.resolve("nowhere"))).isEqualTo("no such file or folder");
        assertThat(reasonOfReading(folder)).isEqualTo("Is a directory");
        // nothing is denied to root, who may run this
        assertThat(FileReason.of(new AccessDeniedException("/secret"))).isEqualTo("permission denied");
    }

    private static String reasonOfReading(Path file) {
        return FileReason.of(catchThrowableOfType(IOException.class, () -> Files.readString(file)));
    }
}
