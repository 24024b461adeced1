package io.quarkiverse.dibs.deployment.devui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.deployment.ServiceBuildItem;
import io.quarkiverse.dibs.deployment.devmode.SourceRootsBuildItem;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.ide.EffectiveIdeBuildItem;
import io.quarkus.deployment.ide.Ide;
import io.quarkus.devui.spi.buildtime.BuildTimeActionBuildItem;

/**
 * Opens a source of the application, or of a module beside it, in the IDE that Quarkus found. Its own link in the Dev UI finds
 * only the application's. Opens nothing outside of the source roots.
 */
@BuildSteps(onlyIf = IsDevelopment.class)
class OpenInIdeProcessor {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");

    @BuildStep
    void open(Optional<ServiceBuildItem> service, Optional<EffectiveIdeBuildItem> ide, SourceRootsBuildItem sources,
            BuildProducer<BuildTimeActionBuildItem> actions) {
        if (service.isPresent()) {
            return;
        }
        BuildTimeActionBuildItem action = new BuildTimeActionBuildItem();
        actions.produce(action.actionBuilder().methodName("openInIde").description("Open a source in the IDE")
                .parameter("file", "The file below its source root").parameter("line", "The line, from 1")
                .function(parameters -> open(ide.map(EffectiveIdeBuildItem::getIde), sources.roots(), parameters)).build());
    }

    /** @return what is wrong, or an empty text */
    private static String open(Optional<Ide> ide, List<Path> roots, Map<String, String> parameters) {
        Optional<Path> file = find(roots, parameters.getOrDefault("file", ""));
        if (file.isEmpty()) {
            return "There is no such file in the sources";
        }
        if (ide.isEmpty()) {
            return "No IDE is known: set quarkus.ide.target";
        }
        List<String> command = new ArrayList<>();
        try {
            command.add(ide.get().getEffectiveCommand());
            command.addAll(ide.get().createFileOpeningArgs(file.get().toString(), parameters.getOrDefault("line", "1")));
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return "";
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "could not run %s", command);
            return "The IDE could not be started: " + command.get(0);
        }
    }

    private static Optional<Path> find(List<Path> roots, String file) {
        return roots.stream().map(root -> root.resolve(file).normalize())
                .filter(path -> roots.stream().anyMatch(path::startsWith) && Files.isRegularFile(path)).findFirst();
    }
}
