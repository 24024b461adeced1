package io.quarkiverse.dibs.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.cli.workspace.DatabaseChoice.Origin;
import io.quarkiverse.dibs.error.DibsException;

class DatabaseChoiceTest {

    @TempDir
    Path root;

    @BeforeEach
    void everyoneNamesADatabase() throws IOException {
        Files.writeString(root.resolve("dibs.toml"), "[db]\nmodule = \"db\"\nurl = \"postgresql://toml/x\"\n");
        Files.writeString(root.resolve(".env"),
                "# ours\nOTHER=1\nexport DATABASE_URL='postgresql://dotenv/x' # the near one\n");
        Files.createDirectories(root.resolve("db/src/main/resources"));
        Files.writeString(root.resolve("db/src/main/resources/application.properties"),
                "quarkus.datasource.reactive.url=postgresql://module/x\n");
    }

    @Test
    void theNearestWins() throws IOException {
        Map<String, String> environment = Map.of("DATABASE_URL", "postgresql://environment/x");

        assertThat(choose("postgresql://flag/x", environment)).isEqualTo(named(Origin.FLAG, "postgresql://flag/x"));
        assertThat(choose(null, environment)).isEqualTo(named(Origin.ENVIRONMENT, "postgresql://environment/x"));
        assertThat(choose(null, Map.of())).isEqualTo(named(Origin.DOT_ENV, "postgresql://dotenv/x"));
        Files.delete(root.resolve(".env"));
        assertThat(choose(null, Map.of())).isEqualTo(named(Origin.SETTINGS, "postgresql://toml/x"));
        Files.writeString(root.resolve("dibs.toml"), "[db]\nmodule = \"db\"\n");
        assertThat(choose(null, Map.of())).isEqualTo(new DatabaseChoice(Origin.MODULE, Optional.empty()));
        Files.delete(root.resolve("db/src/main/resources/application.properties"));
        assertThat(choose(null, Map.of())).isEqualTo(new DatabaseChoice(Origin.EMBEDDED, Optional.empty()));
    }

    @Test
    void nobodyGetsTheEmbeddedOneInProductionOrCi() throws IOException {
        Files.delete(root.resolve(".env"));
        Files.writeString(root.resolve("dibs.toml"), "[db]\n");
        Workspace workspace = Workspace.required(root);

        assertThatThrownBy(() -> DatabaseChoice.of(null, Map.of("CI", "true"), workspace, false))
                .isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0905");
        assertThatThrownBy(() -> DatabaseChoice.of(null, Map.of(), workspace, true)).isInstanceOf(DibsException.class)
                .hasMessageContaining("DIBS-0905");
        assertThatThrownBy(() -> DatabaseChoice.of(null, Map.of(), null, false)).isInstanceOf(DibsException.class)
                .hasMessageContaining("DIBS-0905");
    }

    @Test
    void anEmptyVariableNamesNothing() {
        assertThat(choose(null, Map.of("DATABASE_URL", " ")).origin()).isEqualTo(Origin.DOT_ENV);
    }

    @Test
    void aWorkspaceIsFoundFromAnyFolderBelowIt() throws IOException {
        Path deep = Files.createDirectories(root.resolve("db/src/main/java/org"));

        assertThat(Workspace.required(deep).root()).isEqualTo(root.toAbsolutePath());
    }

    @Test
    void aWorkspaceMayKeepItsSettingsInDotConfig() throws IOException {
        Files.createDirectory(root.resolve(".config"));
        Files.move(root.resolve("dibs.toml"), root.resolve(".config/dibs.toml"));

        assertThat(Workspace.required(root.resolve("db")).root()).isEqualTo(root.toAbsolutePath());
    }

    private DatabaseChoice choose(String flag, Map<String, String> environment) {
        return DatabaseChoice.of(flag, environment, Workspace.required(root), false);
    }

    private static DatabaseChoice named(Origin origin, String url) {
        return new DatabaseChoice(origin, Optional.of(url));
    }
}
