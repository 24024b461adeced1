package io.quarkiverse.dibs.deployment.devmode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkiverse.dibs.deployment.IntentBuildItem;
import io.quarkiverse.dibs.deployment.MigrationsBuildItem;
import io.quarkiverse.dibs.deployment.ServiceBuildItem;
import io.quarkiverse.dibs.intent.IntentCodec;
import io.quarkiverse.dibs.runtime.devmode.DevMode;
import io.quarkiverse.dibs.runtime.devmode.DevModeRecorder;
import io.quarkiverse.dibs.runtime.devmode.DevSettings;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;

/** Lets an application in dev mode look at its database when entities or migrations changed. A db module's program does not. */
@BuildSteps(onlyIf = IsDevelopment.class)
class DevModeProcessor {

    /** Below the root path of Quarkus' own pages. */
    private static final String PAGE = "/dev-ui/quarkus-dibs/diff";

    @BuildStep
    SourceRootsBuildItem sources(IntentBuildItem intent, MigrationsBuildItem migrations, CurateOutcomeBuildItem outcome) {
        return new SourceRootsBuildItem(SourceRoots.of(outcome, intent.intent(), migrations.migrations()));
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void observe(Optional<ServiceBuildItem> service, DevModeConfig config, IntentBuildItem intent,
            MigrationsBuildItem migrations, CurateOutcomeBuildItem outcome, SourceRootsBuildItem sources,
            Capabilities capabilities,
            DevModeRecorder recorder, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<SyntheticBeanBuildItem> settings) {
        if (service.isPresent()) {
            return;
        }
        ProjectFolders folders = ProjectFolders.of(outcome);
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClass(DevMode.class).build());
        settings.produce(SyntheticBeanBuildItem.configure(DevSettings.class).scope(Singleton.class)
                .supplier(recorder.settings(config.sync(), fingerprint(intent, migrations),
                        folders.workspace().isPresent() ? folders.state().resolve("dev-mode").toString() : "",
                        sources.roots().stream().map(Path::toString).toList(),
                        capabilities.isPresent(Capability.VERTX_HTTP) ? PAGE : ""))
                .done());
    }

    private static String fingerprint(IntentBuildItem intent, MigrationsBuildItem migrations) {
        StringBuilder text = new StringBuilder(IntentCodec.write(intent.intent()));
        migrations.migrations().forEach(migration -> text.append(migration.version()).append(migration.checksum()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
