package io.quarkiverse.dibs.deployment.devmode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkiverse.dibs.deployment.migration.MigrationModel;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.workspace.ArtifactSources;
import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;

/** Where the Java of an application in dev mode is, and of the modules beside it: the db module's first. */
final class SourceRoots {

    private SourceRoots() {
    }

    /** The root that has most of the migrations, or else of the entities, comes first. */
    static List<Path> of(CurateOutcomeBuildItem outcome, Intent intent, List<MigrationModel> migrations) {
        ApplicationModel model = outcome.getApplicationModel();
        List<Path> roots = new ArrayList<>();
        Stream.concat(Stream.of(model.getAppArtifact()),
                model.getDependencies().stream().filter(ResolvedDependency::isReloadable))
                .forEach(module -> add(module, roots));
        Set<String> files = new LinkedHashSet<>();
        migrations.forEach(migration -> files.add(migration.className().replace('.', '/') + ".java"));
        Set<String> entities = new LinkedHashSet<>();
        intent.sources().values().forEach(source -> entities.add(source.className().replace('.', '/') + ".java"));
        roots.sort(Comparator.comparingLong((Path root) -> count(root, files))
                .thenComparingLong(root -> count(root, entities)).reversed());
        return roots;
    }

    private static void add(ResolvedDependency module, List<Path> roots) {
        WorkspaceModule workspace = module.getWorkspaceModule();
        ArtifactSources sources = workspace == null ? null : workspace.getMainSources();
        if (sources != null) {
            sources.getSourceDirs().stream().map(directory -> directory.getDir()).filter(Files::isDirectory)
                    .filter(directory -> !directory.startsWith(workspace.getBuildDir().toPath())).forEach(roots::add);
        }
    }

    private static long count(Path root, Set<String> files) {
        return files.stream().filter(file -> Files.isRegularFile(root.resolve(file))).count();
    }
}
