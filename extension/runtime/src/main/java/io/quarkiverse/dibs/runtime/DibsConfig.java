package io.quarkiverse.dibs.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What dibs has to know when it works with a database. */
@ConfigMapping(prefix = "quarkus.dibs")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface DibsConfig {

    /**
     * The database that is migrated and compared, as {@code postgresql://user@host:port/database}, where it is not the
     * datasource's: a migration needs a connection that leads straight to the server, not to a pooler.
     */
    Optional<String> migrationUrl();

    /**
     * The name of the reactive datasource whose database it is, as in {@code quarkus.datasource."name".reactive.url}. The
     * default
     * datasource has none.
     */
    Optional<String> datasource();

    /**
     * The schemas that are compared. The default is those that the entities name.
     */
    Optional<List<String>> schemas();

    /**
     * The schema of dibs' own tables ({@code __dibs_migrations} and so on). The default is the entities' default schema.
     */
    Optional<String> metadataSchema();

    /**
     * How long {@code migrate} waits for another run on the same database to end.
     */
    @WithDefault("60s")
    Duration lockWait();

    /**
     * How long a statement of a migration waits for a lock on a relation before it lets everybody else pass and tries again.
     */
    @WithDefault("2s")
    Duration lockTimeout();

    /**
     * How long a statement inside a transaction may take; 0 means without an end.
     */
    @WithDefault("30s")
    Duration statementTimeout();

    /**
     * Whether a migration may be applied that is older than the newest applied one.
     */
    @WithDefault("false")
    boolean allowOutOfOrder();

    /**
     * Whether an application applies its pending migrations when it starts, and does not start when one fails. Several that
     * start at once wait for each other, as long as {@code lock-wait} says. A db module with {@code quarkus.dibs.service=true}
     * has commands instead.
     */
    @WithDefault("false")
    boolean migrateAtStart();

    /**
     * Whether an application looks, when it starts and after {@code migrate-at-start}, whether migrations wait and
     * the database is what the entities say: {@code warn} tells it in the log, {@code fail} does not start.
     */
    @WithDefault("off")
    ValidateAtStart validateAtStart();

    /**
     * How long the health check remembers whether the database is what the entities say, since looking costs more than a probe
     * should; 0 means that it never looks. Pending migrations are looked for with each probe.
     */
    @WithDefault("0s")
    Duration healthDriftEvery();

    /** What an application does at its start about a database that is not what it should be. */
    enum ValidateAtStart {
        OFF,
        WARN,
        FAIL
    }

    /**
     * Whether migrations may be applied where the history has one that the code has not. The default is yes in dev and test
     * mode and no in production.
     */
    Optional<Boolean> allowMissing();

    /**
     * A server of the same major version on which SQL may be tried out, where the role may not do so on the database itself.
     */
    Optional<String> scratchUrl();
}
