package io.quarkiverse.dibs.deployment;

import java.util.Optional;

import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.application.AtStart;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkiverse.dibs.runtime.application.MetricsRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.deployment.metrics.MetricsFactoryConsumerBuildItem;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/**
 * What an application gets that is not a db module's program: a bean with the operations, an observer of the start that does
 * what the configuration asks for, and a health check where the application has those.
 */
class ApplicationProcessor {

    private static final String HEALTH_CHECK = "io.quarkiverse.dibs.runtime.health.DibsHealthCheck";

    /** By name, since its parts are there only where the application has them. */
    private static final String TRACING = "io.quarkiverse.dibs.runtime.tracing.OpenTelemetryRunTracing";

    @BuildStep
    void beans(Optional<ServiceBuildItem> service, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (service.isEmpty()) {
            beans.produce(
                    AdditionalBeanBuildItem.builder().addBeanClasses(Dibs.class, DibsIntent.class, AtStart.class).build());
        }
    }

    @BuildStep
    void tracing(Optional<ServiceBuildItem> service, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (service.isEmpty() && capabilities.isPresent(Capability.OPENTELEMETRY_TRACER)) {
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClass(TRACING).setUnremovable().build());
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void metrics(Optional<ServiceBuildItem> service, Optional<MetricsCapabilityBuildItem> metrics, MetricsRecorder recorder,
            BuildProducer<MetricsFactoryConsumerBuildItem> consumers) {
        if (service.isEmpty() && metrics.isPresent()) {
            consumers.produce(new MetricsFactoryConsumerBuildItem(recorder.counts(), ExecutionTime.RUNTIME_INIT));
        }
    }

    @BuildStep
    void health(Optional<ServiceBuildItem> service, DibsBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<HealthBuildItem> checks) {
        if (service.isEmpty() && capabilities.isPresent(Capability.SMALLRYE_HEALTH)) {
            checks.produce(new HealthBuildItem(HEALTH_CHECK, config.healthEnabled()));
        }
    }
}
