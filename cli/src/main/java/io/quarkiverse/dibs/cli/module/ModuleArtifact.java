package io.quarkiverse.dibs.cli.module;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * The runnable jar of the db module: the configured binary, or what Maven builds from the module when its sources are newer.
 */
final class ModuleArtifact {

    private static final String STAMP = "target/dibs-built";
    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    private final Workspace workspace;
    private final Terminal terminal;

    ModuleArtifact(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /** The jar, built if need be. */
    Path upToDate() {
        if (workspace.settings().binary().isPresent()) {
            Path binary = workspace.root().resolve(workspace.settings().binary().get()).normalize();
            if (!Files.isRegularFile(binary)) {
                throw CliProblem.usage("DIBS-0904", "db.binary: there is no file " + binary,
                        "Correct [db] binary in " + workspace.file() + ".");
            }
            return binary;
        }
        Path module = workspace.module();
        Path jar = module.resolve(JAR);
        if (isStale(module, jar)) {
            build(module);
            if (!Files.isRegularFile(jar)) {
                throw CliProblem.build("DIBS-0914", module.getFileName() + " builds no " + JAR,
                        "Let its pom run the build goal of quarkus-maven-plugin, and set quarkus.dibs.service=true.");
            }
        }
        return jar;
    }

    private void build(Path module) {
        boolean partOfRoot = !module.equals(workspace.root()) && Files.isRegularFile(workspace.root().resolve("pom.xml"));
        String path = workspace.root().relativize(module).toString();
        try {
            DeletedSqlFiles.forget(module);
        } catch (IOException e) {
            throw new DibsException(Problem.of("DIBS-0914", Category.BUILD,
                    "the copies of deleted SQL files in " + module.resolve("target") + " cannot be removed: " + e.getMessage())
                    .remedy("Remove the target folder of the module."), e);
        }
        new MavenBuild(terminal).run(module.getFileName().toString(), partOfRoot ? workspace.root() : module,
                partOfRoot ? List.of("-pl", path, "-am", "-DskipTests", "package")
                        : List.of("-DskipTests", "package"));
        try {
            Files.writeString(module.resolve(STAMP), "");
        } catch (IOException e) {
            throw new DibsException(Problem.of("DIBS-0914", Category.BUILD, "the build left no target folder in " + module), e);
        }
    }

    /** Whether something the build reads has changed since it last ran, by dibs or by hand. */
    private boolean isStale(Path module, Path jar) {
        try {
            if (!Files.isRegularFile(jar)) {
                return true;
            }
            FileTime built = Files.getLastModifiedTime(jar);
            Path stamp = module.resolve(STAMP);
            if (Files.isRegularFile(stamp) && Files.getLastModifiedTime(stamp).compareTo(built) > 0) {
                built = Files.getLastModifiedTime(stamp);
            }
            NewerFile newer = new NewerFile(built);
            for (String source : new String[] { "src/main", "pom.xml" }) {
                if (Files.exists(module.resolve(source))) {
                    Files.walkFileTree(module.resolve(source), newer);
                }
            }
            Path parent = workspace.root().resolve("pom.xml");
            if (Files.isRegularFile(parent)) {
                Files.walkFileTree(parent, newer);
            }
            return newer.found || isOlderThanDibs(built);
        } catch (IOException e) {
            return true;
        }
    }

    /** A snapshot of dibs may have changed under the module without a change of its version. */
    private static boolean isOlderThanDibs(FileTime built) throws IOException {
        String home = System.getProperty("dibs.built");
        return home != null && Files.isRegularFile(Path.of(home))
                && Files.getLastModifiedTime(Path.of(home)).compareTo(built) > 0;
    }

    /** Looks for anything newer, folders included: they change when a file in them is deleted. */
    private static final class NewerFile extends SimpleFileVisitor<Path> {

        private final FileTime than;
        private boolean found;

        NewerFile(FileTime than) {
            this.than = than;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return look(attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(attributes);
        }

        private FileVisitResult look(BasicFileAttributes attributes) {
            found |= attributes.lastModifiedTime().compareTo(than) > 0;
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
