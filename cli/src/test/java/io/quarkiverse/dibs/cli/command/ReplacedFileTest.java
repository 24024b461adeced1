package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ReplacedFileTest {

    @TempDir
    Path folder;

    @Test
    void aSymbolicLinkStaysAndWhatItLeadsToIsWritten() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("plan.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real", "plan.json"));
        Path further = Files.createSymbolicLink(folder.resolve("further"), Path.of("link"));

        ReplacedFile.write(further, "new");

        assertThat(further).isSymbolicLink();
        assertThat(link).isSymbolicLink();
        assertThat(real.resolve("plan.json")).hasContent("new");
        try (Stream<Path> left = Files.list(real)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aLinkToWhatIsNotThereYetMakesIt() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.json"));

        ReplacedFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("later.json")).hasContent("new");
    }

    @Test
    void linksInARingAreRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("ring"), Path.of("ring"));

        assertThatThrownBy(() -> ReplacedFile.write(link, "new")).isInstanceOf(IOException.class).hasMessageContaining("ring");
    }

    @Test
    void aDeviceIsWrittenTo() throws IOException {
        for (String device : List.of("/dev/null", "/dev/full")) {
            assertThat(Path.of(device)).exists();
        }
        ReplacedFile.write(Path.of("/dev/null"), "new");
        Path link = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));

        assertThatThrownBy(() -> ReplacedFile.write(link, "new")).isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
        assertThat(link).isSymbolicLink();
    }
}
