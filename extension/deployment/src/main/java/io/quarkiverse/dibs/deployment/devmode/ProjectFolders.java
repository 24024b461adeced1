package io.quarkiverse.dibs.deployment.devmode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;

/**
 * Where an application in dev mode lives.
 *
 * @param project its Maven module
 * @param workspace the folder around it that has a {@code dibs.toml}, or empty
 */
public record ProjectFolders(Path project, Optional<Path> workspace) {

    private static final Logger LOG = Logger.getLogger(ProjectFolders.class);

    public static ProjectFolders of(CurateOutcomeBuildItem outcome) {
        WorkspaceModule module = outcome.getApplicationModel().getAppArtifact().getWorkspaceModule();
        Path project = (module == null ? Path.of("") : module.getModuleDir().toPath()).toAbsolutePath().normalize();
        return new ProjectFolders(project, workspace(project));
    }

    private static Optional<Path> workspace(Path project) {
        for (Path folder = project; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("dibs.toml"))
                    || Files.isRegularFile(folder.resolve(".config").resolve("dibs.toml"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The folder of what is no source, which git is told to ignore: shared with the command where there is a workspace. */
    public Path state() {
        Path state = workspace.orElse(project).resolve(".dibs");
        Path ignore = state.resolve(".gitignore");
        try {
            Files.createDirectories(state);
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
        } catch (IOException e) {
            // whoever writes into it says what is wrong
            LOG.debugf(e, "%s cannot be made", state);
        }
        return state;
    }
}
