package io.quarkiverse.dibs.deployment;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsVersion;
import io.quarkiverse.dibs.runtime.service.ActiveRuns;
import io.quarkiverse.dibs.runtime.service.DibsApplication;
import io.quarkiverse.dibs.runtime.service.DibsMain;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;

/** With {@code quarkus.dibs.service=true}: the main class, its beans, and a quiet start. Without it: nothing at all. */
class ServiceProcessor {

    private static final Logger LOG = Logger.getLogger(ServiceProcessor.class);

    /** The settings of a db module come along with its entities; they do not make a program of whoever uses these. */
    @BuildStep
    void service(DibsBuildTimeConfig config, CurateOutcomeBuildItem outcome, BuildProducer<ServiceBuildItem> services) {
        if (!config.service()) {
            return;
        }
        String source = ConfigProvider.getConfig().getConfigValue("quarkus.dibs.service").getSourceName();
        Optional<ResolvedDependency> library = libraryOf(source, outcome.getApplicationModel());
        if (library.isPresent()) {
            LOG.debugf("quarkus.dibs.service=true is that of %s, not of this application", library.get().getArtifactId());
        } else {
            services.produce(new ServiceBuildItem());
        }
    }

    private static Optional<ResolvedDependency> libraryOf(String source, ApplicationModel model) {
        return source == null ? Optional.empty()
                : model.getDependencies().stream().filter(dependency -> dependency.isRuntimeCp() && holds(dependency, source))
                        .findFirst();
    }

    private static boolean holds(ResolvedDependency dependency, String source) {
        for (Path path : dependency.getResolvedPaths()) {
            if (source.contains(path.toUri().getRawPath()) || source.contains(path.toString())) {
                return true;
            }
        }
        return false;
    }

    @BuildStep
    void program(Optional<ServiceBuildItem> service, Capabilities capabilities,
            BuildProducer<AdditionalIndexedClassesBuildItem> indexed, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<NativeImageResourceBuildItem> resources,
            BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        if (service.isEmpty()) {
            return;
        }
        indexed.produce(new AdditionalIndexedClassesBuildItem(DibsMain.class.getName()));
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(DibsApplication.class, ActiveRuns.class, DibsIntent.class).build());
        resources.produce(new NativeImageResourceBuildItem(DibsVersion.RESOURCE));
        // standard output is for results; what Quarkus says at start-up is for nobody
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.banner.enabled", "false"));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.log.console.stderr", "true"));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.log.category.\"io.quarkus\".level", "WARN"));
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.http.host-enabled", "false"));
        }
    }
}
