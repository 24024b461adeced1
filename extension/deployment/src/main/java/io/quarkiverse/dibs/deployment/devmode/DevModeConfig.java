package io.quarkiverse.dibs.deployment.devmode;

import io.quarkiverse.dibs.runtime.devmode.DevSync;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What dibs does while an application is in dev mode. */
@ConfigMapping(prefix = "quarkus.dibs.dev")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface DevModeConfig {

    /**
     * What happens when the application starts, or is reloaded after entities or migrations changed: {@code ask} compares in
     * the background and says in one line of the log what differs, {@code apply} also runs the pending migrations and then what
     * still differs, but nothing that needs consent, {@code off} does nothing by itself.
     */
    @WithDefault("ask")
    DevSync sync();
}
