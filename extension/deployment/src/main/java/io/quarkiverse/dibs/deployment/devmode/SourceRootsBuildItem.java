package io.quarkiverse.dibs.deployment.devmode;

import java.nio.file.Path;
import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The source roots of the application in dev mode and of the modules beside it; new migrations go into the first. */
public final class SourceRootsBuildItem extends SimpleBuildItem {

    private final List<Path> roots;

    SourceRootsBuildItem(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    public List<Path> roots() {
        return roots;
    }
}
