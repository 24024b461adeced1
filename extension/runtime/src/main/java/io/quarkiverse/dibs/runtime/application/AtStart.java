package io.quarkiverse.dibs.runtime.application;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.EventRenderer;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.DibsConfig.ValidateAtStart;
import io.quarkus.runtime.StartupEvent;

/**
 * Migrates and validates when an application starts, where its configuration asks for it; before the application's own
 * observers of the start. Otherwise it does nothing at all.
 */
@Singleton
public class AtStart {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, DibsConfig config,
            Instance<Dibs> dibs) {
        if (config.healthDriftEvery().isNegative()) {
            throw new DibsException(Problem.of("DIBS-0708", Category.USAGE,
                    "quarkus.dibs.health-drift-every is no time to remember: " + config.healthDriftEvery())
                    .remedy("Give a time as 30s or 5m, or 0 for a check that never looks."));
        }
        if (config.migrateAtStart()) {
            migrate(dibs.get());
        }
        if (config.validateAtStart() != ValidateAtStart.OFF) {
            validate(dibs.get(), config.validateAtStart());
        }
    }

    private static void migrate(Dibs dibs) {
        EventRenderer text = new EventRenderer(Palette.PLAIN, false);
        dibs.migrate(event -> {
            String said = event.accept(text).strip();
            if (event instanceof MigrationEvent.Statement) {
                LOG.debug(said);
            } else if (event instanceof MigrationEvent.Failed) {
                LOG.error(said);
            } else if (!said.isEmpty()) {
                LOG.info(said);
            }
        });
    }

    private static void validate(Dibs dibs, ValidateAtStart how) {
        CheckReport check = dibs.check();
        if (check.inSync()) {
            return;
        }
        String difference = "the database is not what the application expects:\n"
                + new TextRenderer(Palette.PLAIN).render(check).strip();
        if (how == ValidateAtStart.FAIL) {
            throw new DibsException(Problem.of("DIBS-0720", Category.DIFFERENT, difference).remedy(check.pending().stream()
                    .anyMatch(MigrationStates::isOutstanding) ? "Migrate the database before the application starts."
                            : "See dibs diff, and write the migration that is missing."));
        }
        LOG.warn(difference);
    }
}
