package io.quarkiverse.dibs.runtime;

import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkus.runtime.LaunchMode;

/** How a run behaves unless the caller says otherwise: what the configuration says. */
public final class RunDefaults {

    private RunDefaults() {
    }

    /**
     * @param version of the application
     */
    public static RunOptions of(DibsConfig config, String version) {
        return RunOptions.defaults().withLockWait(config.lockWait()).withLockTimeout(config.lockTimeout())
                .withStatementTimeout(config.statementTimeout()).withOutOfOrder(config.allowOutOfOrder())
                .withMissing(config.allowMissing().orElseGet(() -> LaunchMode.current().isDevOrTest()))
                .withApplicationVersion(version);
    }
}
