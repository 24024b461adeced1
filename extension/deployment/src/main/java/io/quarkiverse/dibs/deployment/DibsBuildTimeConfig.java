package io.quarkiverse.dibs.deployment;

import io.quarkiverse.dibs.deployment.intent.NamingStrategy;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What dibs has to know when the module is built. */
@ConfigMapping(prefix = "quarkus.dibs")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface DibsBuildTimeConfig {

    /**
     * Whether the build makes the database's own program of this module: a command-mode application whose main class and
     * commands ({@code migrate}, {@code status}, {@code diff}, {@code serve} and so on) come from dibs. Without it dibs adds no
     * main class, no port and no work at start-up.
     */
    @WithDefault("false")
    boolean service();

    /**
     * Whether an application that has the extension {@code quarkus-smallrye-health} gets a readiness check: the version of the
     * schema, and down while a migration waits.
     */
    @WithDefault("true")
    boolean healthEnabled();

    /**
     * The schema of tables and enum types that name none.
     */
    @WithDefault("public")
    String defaultSchema();

    /**
     * How tables and columns are called whose annotation does not say: {@code snake-case} or {@code as-is}.
     */
    @WithDefault("snake-case")
    NamingStrategy naming();
}
