package io.quarkiverse.dibs.runtime.health;

import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.application.Dibs;

/**
 * Ready while no migration waits. It tells the version of the schema, how many migrations wait and, where
 * {@code quarkus.dibs.health-drift-every} asks for it, whether the database is what the entities say; a difference alone does
 * not make an application unready, since old and new ones share a database while they are exchanged.
 */
@Readiness
@Singleton
public class DibsHealthCheck implements HealthCheck {

    private static final String NAME = "dibs schema";

    private final Dibs dibs;
    private final DibsConfig config;
    private long lookedAt;
    private boolean looked;
    private boolean drift;

    DibsHealthCheck(Dibs dibs, DibsConfig config) {
        this.dibs = dibs;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        try {
            List<MigrationRow> migrations = dibs.status().migrations();
            long pending = migrations.stream().filter(MigrationStates::isOutstanding).count();
            migrations.stream().filter(row -> row.state() == MigrationRow.State.APPLIED
                    || row.state() == MigrationRow.State.CHANGED).reduce((before, after) -> after)
                    .ifPresent(newest -> answer.withData("version", newest.version()));
            answer.withData("pending", pending);
            if (!config.healthDriftEvery().isZero()) {
                answer.withData("drift", hasDrift());
            }
            return answer.status(pending == 0).build();
        } catch (DibsException e) {
            // the code is enough for whoever looks; the message may name hosts that a probe's reader should not learn of
            return answer.withData("problem", e.problem().code()).down().build();
        }
    }

    private synchronized boolean hasDrift() {
        long now = System.nanoTime();
        if (!looked || now - lookedAt > config.healthDriftEvery().toNanos()) {
            drift = !dibs.check().diff().inSync();
            lookedAt = now;
            looked = true;
        }
        return drift;
    }
}
