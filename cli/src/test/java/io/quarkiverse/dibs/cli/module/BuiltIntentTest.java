package io.quarkiverse.dibs.cli.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.intent.IntentCodec;

class BuiltIntentTest {

    private static final String INTENT = """
            {"format": 1, "defaultSchema": "public", "objects": [], "dependencies": [], "renames": [], "sources": [],
             "conversions": [], "warnings": ["seen"]}
            """;

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void aBuiltModule() throws IOException {
        jar = folder.resolve("quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.resolveSibling("app"));
        Files.createDirectories(jar.resolveSibling("quarkus"));
        zip("quarkus/generated-bytecode.jar", IntentCodec.RESOURCE, INTENT);
        zip("app/module.jar", "application.properties", "quarkus.dibs.service=true\nquarkus.log.level=INFO\n");
    }

    @Test
    void isReadFromWhatTheBuildWrote() {
        assertThat(BuiltIntent.of(jar, Map.of("PATH", "/bin"), folder)).hasValueSatisfying(
                intent -> assertThat(intent.warnings()).containsExactly("seen"));
    }

    @Test
    void isLeftToTheModuleThatHasSettingsOfItsOwn() throws IOException {
        zip("app/module.jar", "application.properties", "quarkus.dibs.service=true\n%prod.quarkus.dibs.schemas=shop\n");
        assertThat(BuiltIntent.of(jar, Map.of(), folder)).isEmpty();
    }

    @Test
    void isLeftToTheModuleThatIsConfiguredInYaml() throws IOException {
        zip("app/module.jar", "application.yaml", "quarkus: {}\n");
        assertThat(BuiltIntent.of(jar, Map.of(), folder)).isEmpty();
    }

    @Test
    void isLeftToTheModuleThatTheEnvironmentConfigures() throws IOException {
        assertThat(BuiltIntent.of(jar, Map.of("QUARKUS_DIBS_METADATA_SCHEMA", "ops"), folder)).isEmpty();
        Files.writeString(folder.resolve(".env"), "QUARKUS_DIBS_SCHEMAS=shop\n");
        assertThat(BuiltIntent.of(jar, Map.of(), folder)).isEmpty();
    }

    @Test
    void isLeftToTheModuleWhereItsFormatIsAnother() throws IOException {
        zip("quarkus/generated-bytecode.jar", IntentCodec.RESOURCE, INTENT.replace("1", "999"));
        assertThat(BuiltIntent.of(jar, Map.of(), folder)).isEmpty();
    }

    private void zip(String file, String entry, String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar.resolveSibling(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
