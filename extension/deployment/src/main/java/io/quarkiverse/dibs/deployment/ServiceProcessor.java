package io.quarkiverse.dibs.deployment;

import java.util.function.BooleanSupplier;

import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsVersion;
import io.quarkiverse.dibs.runtime.service.ActiveRuns;
import io.quarkiverse.dibs.runtime.service.DibsApplication;
import io.quarkiverse.dibs.runtime.service.DibsMain;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;

/** With {@code quarkus.dibs.service=true}: the main class, its beans, and a quiet start. Without it: nothing at all. */
class ServiceProcessor {

    @BuildStep(onlyIf = IsService.class)
    AdditionalIndexedClassesBuildItem mainClass() {
        return new AdditionalIndexedClassesBuildItem(DibsMain.class.getName());
    }

    @BuildStep(onlyIf = IsService.class)
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(DibsApplication.class, ActiveRuns.class, DibsIntent.class).build();
    }

    @BuildStep(onlyIf = IsService.class)
    NativeImageResourceBuildItem version() {
        return new NativeImageResourceBuildItem(DibsVersion.RESOURCE);
    }

    /** Standard output is for results; what Quarkus says at start-up is for nobody. */
    @BuildStep(onlyIf = IsService.class)
    void quietStart(Capabilities capabilities, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.banner.enabled", "false"));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.log.console.stderr", "true"));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.log.category.\"io.quarkus\".level", "WARN"));
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.http.host-enabled", "false"));
        }
    }

    /** Whether the module is the database's own program. */
    static final class IsService implements BooleanSupplier {

        private final DibsBuildTimeConfig config;

        IsService(DibsBuildTimeConfig config) {
            this.config = config;
        }

        @Override
        public boolean getAsBoolean() {
            return config.service();
        }
    }
}
