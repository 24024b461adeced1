package io.quarkiverse.dibs.cli.workspace;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import io.quarkiverse.dibs.cli.CliProblem;

/**
 * Which database a command works on and who said so. The nearest wins: the flag, the environment, {@code .env},
 * {@code dibs.toml}, the db module's own configuration, the embedded dev database.
 *
 * @param url the URL, absent when the module knows it or the dev database has yet to start. It may hold a password
 */
public record DatabaseChoice(Origin origin, Optional<String> url) {

    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";

    /** Who named the database. */
    public enum Origin {
        FLAG("--database-url"),
        ENVIRONMENT("DATABASE_URL"),
        DOT_ENV(".env"),
        SETTINGS("dibs.toml"),
        MODULE("the db module's configuration"),
        EMBEDDED("the embedded dev database");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param workspace null outside of any
     * @param production whether only a database that someone named will do
     * @throws io.quarkiverse.dibs.error.DibsException DIBS-0905 when nobody named one and the embedded one will not do
     */
    public static DatabaseChoice of(String flag, Map<String, String> environment, Workspace workspace, boolean production) {
        if (flag != null) {
            return new DatabaseChoice(Origin.FLAG, Optional.of(flag));
        }
        Optional<String> fromEnvironment = given(environment.get("DATABASE_URL"));
        if (fromEnvironment.isPresent()) {
            return new DatabaseChoice(Origin.ENVIRONMENT, fromEnvironment);
        }
        if (workspace != null) {
            Optional<String> fromFile = DotEnv.value(workspace.root(), "DATABASE_URL");
            if (fromFile.isPresent()) {
                return new DatabaseChoice(Origin.DOT_ENV, fromFile);
            }
            if (workspace.settings().url().isPresent()) {
                return new DatabaseChoice(Origin.SETTINGS, workspace.settings().url());
            }
            if (given(environment.get("QUARKUS_DATASOURCE_REACTIVE_URL")).isPresent() || isConfigured(workspace)) {
                return new DatabaseChoice(Origin.MODULE, Optional.empty());
            }
        }
        if (production || given(environment.get("CI")).isPresent() || workspace == null) {
            throw CliProblem.usage("DIBS-0905", "no database is named"
                    + (workspace == null ? "" : ", and the embedded one is not used in CI or production"),
                    "Give --database-url or set DATABASE_URL.");
        }
        return new DatabaseChoice(Origin.EMBEDDED, Optional.empty());
    }

    private static boolean isConfigured(Workspace workspace) {
        Optional<String> module = workspace.settings().module();
        Path file = workspace.root().resolve(module.orElse(".")).resolve("src/main/resources/application.properties");
        if (module.isEmpty() || !Files.isRegularFile(file)) {
            return false;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            // the module's own build says what is wrong with the file
            return false;
        }
        return given(properties.getProperty(REACTIVE_URL)).isPresent();
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
