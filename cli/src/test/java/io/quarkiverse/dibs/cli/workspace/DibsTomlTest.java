package io.quarkiverse.dibs.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;

class DibsTomlTest {

    @TempDir
    Path folder;

    @Test
    void everySettingIsRead() throws IOException {
        assertThat(read("""
                [db]
                module = "shop-db"
                binary = "shop.jar"
                url = "postgresql://localhost/shop"
                schemas = ["public", "billing"]
                [app]
                module = "shop"
                """)).isEqualTo(new DibsToml(Optional.of("shop-db"), Optional.of("shop.jar"),
                Optional.of("postgresql://localhost/shop"), List.of("public", "billing"), Optional.of("shop")));
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        assertThat(read("")).isEqualTo(
                new DibsToml(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "db = 1", "[db]\nmodule = 1", "[db]\nmodule = \" \"", "[db]\nschemas = \"public\"",
            "[db]\nschemas = [1]", "[db]\nmodul = \"x\"", "[database]\nurl = \"x\"", "[app]\nname = \"x\"" })
    void aWrongSettingIsAnError(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DibsException.class).hasMessageStartingWith("DIBS-0904");
    }

    @Test
    void brokenTextIsShownWithItsLine() {
        assertThatThrownBy(() -> read("[db]\n\nmodule = shop-db\n")).isInstanceOfSatisfying(DibsException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("DIBS-0903");
            assertThat(e.problem().location().orElseThrow()).contains("dibs.toml:3:");
        });
    }

    private DibsToml read(String text) throws IOException {
        Path file = folder.resolve("dibs.toml");
        Files.writeString(file, text);
        return DibsToml.read(file);
    }
}
