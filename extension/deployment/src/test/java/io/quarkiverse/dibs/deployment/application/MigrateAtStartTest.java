package io.quarkiverse.dibs.deployment.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkiverse.dibs.runtime.health.DibsHealthCheck;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** An application that migrates and validates when it starts, with health checks and metrics. */
class MigrateAtStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    root -> root.addClasses(Article.class, M1CreateArticles.class, ServerForApplications.class, Registry.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-micrometer", Version.getVersion())))
            .overrideConfigKey("quarkus.datasource.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.health.enabled", "false")
            .overrideConfigKey("quarkus.http.host-enabled", "false")
            .overrideRuntimeConfigKey("quarkus.dibs.migration-url", ServerForApplications.url("MigrateAtStartTest"))
            .overrideRuntimeConfigKey("quarkus.dibs.migrate-at-start", "true")
            .overrideRuntimeConfigKey("quarkus.dibs.validate-at-start", "fail")
            .overrideRuntimeConfigKey("quarkus.dibs.health-drift-every", "1h");

    @Singleton
    public static class Registry extends SimpleMeterRegistry {
    }

    @Inject
    Dibs dibs;

    @Inject
    @Readiness
    DibsHealthCheck health;

    @Inject
    MeterRegistry meters;

    @Test
    void theDatabaseIsWhatTheEntitiesSayBeforeTheApplicationRuns() {
        assertThat(dibs.status().migrations()).extracting(MigrationRow::version, MigrationRow::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("1", MigrationRow.State.APPLIED));
        assertThat(dibs.check().inSync()).isTrue();
        assertThat(dibs.diff().changes()).isEmpty();

        List<MigrationEvent> events = new ArrayList<>();
        assertThat(dibs.migrate(events::add).applied()).isEmpty();
        assertThat(events).hasSize(1);
    }

    @Test
    void theHealthCheckTellsTheVersionOfTheSchema() {
        HealthCheckResponse response = health.call();
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData().orElseThrow()).containsEntry("version", "1").containsEntry("pending", 0L)
                .containsEntry("drift", false);
    }

    @Test
    void migrationsAreCounted() {
        assertThat(meters.get("dibs.migrations.applied").functionCounter().count()).isEqualTo(1);
        assertThat(meters.get("dibs.migrations.failed").functionCounter().count()).isZero();
    }
}
