package io.quarkiverse.dibs.cli.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;

/**
 * The folder that {@code dibs.toml} (or {@code .config/dibs.toml}) makes a workspace, found by walking up.
 *
 * @param root the absolute folder that all of its paths are relative to
 */
public record Workspace(Path root, Path file, DibsToml settings) {

    /** The workspace around a folder, or empty when there is none. */
    public static Optional<Workspace> around(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            for (Path file : new Path[] { at.resolve("dibs.toml"), at.resolve(".config").resolve("dibs.toml") }) {
                if (Files.isRegularFile(file)) {
                    return Optional.of(new Workspace(at, file, DibsToml.read(file)));
                }
            }
        }
        return Optional.empty();
    }

    /** @throws io.quarkiverse.dibs.error.DibsException DIBS-0902 when there is none */
    public static Workspace required(Path folder) {
        return around(folder).orElseThrow(() -> CliProblem.usage("DIBS-0902",
                "there is no dibs.toml in " + folder.toAbsolutePath().normalize() + " or above",
                "Go to your workspace, write a dibs.toml with [db] module = \"...\", or start one with dibs init."));
    }

    /** @throws io.quarkiverse.dibs.error.DibsException DIBS-0904 when none is named or it is not there */
    public Path module() {
        String name = settings.module().orElseThrow(() -> CliProblem.usage("DIBS-0904",
                file + " names no db module", "Write [db] module = \"folder\"."));
        Path folder = root.resolve(name).normalize();
        if (!Files.isRegularFile(folder.resolve("pom.xml"))) {
            throw CliProblem.usage("DIBS-0904", "db.module: there is no Maven module in " + folder,
                    "Correct [db] module in " + file + ".");
        }
        return folder;
    }

    /** Where the db module's Java is written; empty when only its binary is known. */
    public Optional<Path> sources() {
        return settings.module().map(name -> root.resolve(name).normalize().resolve("src/main/java"));
    }

    /** Where serving db modules announce themselves to other commands. */
    public Path services() {
        return state().resolve("services");
    }

    /** Where applications in dev mode announce themselves. */
    public Path devMode() {
        return state().resolve("dev-mode");
    }

    private Path state() {
        return root.resolve(".dibs");
    }

    /** Makes the folder of what is no source, which git is told to ignore. */
    public void prepareState() throws IOException {
        Files.createDirectories(state());
        Path ignore = state().resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    /** Where the dev database has its data. */
    public Path devDatabase() {
        return state().resolve("postgres");
    }
}
