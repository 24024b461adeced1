package io.quarkiverse.dibs.deployment;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.deployment.intent.BuildProblems;
import io.quarkiverse.dibs.deployment.intent.IntentReader;
import io.quarkiverse.dibs.deployment.intent.IntentSettings;
import io.quarkiverse.dibs.deployment.intent.SourceLookup;
import io.quarkiverse.dibs.deployment.migration.MigrationModel;
import io.quarkiverse.dibs.deployment.migration.MigrationReader;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.IntentCodec;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;

/**
 * Reads entities and migrations from the index, tells every mistake of both at once, and writes what the entities say into the
 * application as one sorted resource.
 */
class IntentProcessor {

    private static final Logger LOG = Logger.getLogger(IntentProcessor.class);

    @BuildStep
    void read(CombinedIndexBuildItem index, ApplicationArchivesBuildItem archives, DibsBuildTimeConfig config,
            BuildProducer<IntentBuildItem> intents, BuildProducer<MigrationsBuildItem> migrations) {
        BuildProblems problems = new BuildProblems();
        SourceLookup sources = SourceMetadataResources.lookup();
        Intent intent = IntentReader.read(index.getComputingIndex(),
                new IntentSettings(config.defaultSchema(), config.naming()), sources, problems)
                .withFiles(SqlResources.of(archives.getAllApplicationArchives()));
        List<MigrationModel> found = MigrationReader.read(index.getIndex(), sources, problems);
        problems.exception().ifPresent(failure -> {
            throw failure;
        });
        intent.warnings().forEach(LOG::warn);
        tellAbsent(sources);
        intents.produce(new IntentBuildItem(intent));
        migrations.produce(new MigrationsBuildItem(found));
    }

    /** In dev mode an SQL file that is saved is read again, as an entity is. */
    @BuildStep
    HotDeploymentWatchedFileBuildItem watch() {
        return HotDeploymentWatchedFileBuildItem.builder()
                .setLocationPredicate(location -> location.startsWith(SqlResources.FOLDER + "/") && location.endsWith(".sql"))
                .build();
    }

    @BuildStep
    void write(IntentBuildItem intent, BuildProducer<GeneratedResourceBuildItem> resources,
            BuildProducer<NativeImageResourceBuildItem> nativeResources) {
        resources.produce(new GeneratedResourceBuildItem(IntentCodec.RESOURCE,
                IntentCodec.write(intent.intent()).getBytes(StandardCharsets.UTF_8)));
        nativeResources.produce(new NativeImageResourceBuildItem(IntentCodec.RESOURCE));
    }

    private static void tellAbsent(SourceLookup sources) {
        if (!sources.absent().isEmpty()) {
            LOG.warnf("No source positions and no Javadoc for %s: the annotation processor of quarkus-dibs-annotations did not "
                    + "run. On JDK 23 and later name it in annotationProcessorPaths of the maven-compiler-plugin.",
                    sources.absent().size() == 1 ? sources.absent().first()
                            : sources.absent().first() + " and " + (sources.absent().size() - 1) + " more classes");
        }
    }
}
