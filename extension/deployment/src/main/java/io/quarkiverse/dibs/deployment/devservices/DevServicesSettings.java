package io.quarkiverse.dibs.deployment.devservices;

import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which Postgres an application gets in dev and test mode when nobody names one. */
@ConfigMapping(prefix = "quarkus.dibs.devservices")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface DevServicesSettings {

    /**
     * When dibs brings an embedded Postgres for a Postgres datasource without a URL: {@code auto} where there is no container
     * engine for the standard Dev Service, {@code always} also where there is one, {@code never}.
     */
    @WithDefault("auto")
    When embedded();

    /**
     * The major version of the embedded Postgres. The default is that of the kept data, else the newest there is.
     */
    OptionalInt version();

    /**
     * Whether the data of dev mode is kept for its next run: in {@code .dibs/postgres} of the workspace (the folder with
     * {@code dibs.toml}), where also the command finds it, or else of the application. Tests always begin with nothing.
     */
    @WithDefault("false")
    boolean keep();

    /**
     * Whether kept data is deleted when dev mode starts. Meant for the command line:
     * {@code -Dquarkus.dibs.devservices.reset=true}.
     */
    @WithDefault("false")
    boolean reset();

    /** When the embedded Postgres is used. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }
}
