package io.quarkiverse.dibs.cli.workspace;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;

/** The Maven to run: the workspace's own wrapper, or that of the clone this dibs runs from, or the one on the PATH. */
public final class MavenCommand {

    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private MavenCommand() {
    }

    /** @throws io.quarkiverse.dibs.error.DibsException DIBS-0912 when there is none */
    public static String required(Path root) {
        return find(root).orElseThrow(() -> CliProblem.build("DIBS-0912",
                "there is no Maven: neither mvnw in " + root + " nor mvn on the PATH",
                "Install Maven or add the wrapper (mvn wrapper:wrapper)."));
    }

    public static Optional<String> find(Path root) {
        String home = System.getProperty("dibs.home", root.toString());
        for (Path folder : new Path[] { root, Path.of(home) }) {
            Path wrapper = folder.resolve(WINDOWS ? "mvnw.cmd" : "mvnw");
            if (Files.isExecutable(wrapper)) {
                return Optional.of(wrapper.toString());
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder).resolve(WINDOWS ? "mvn.cmd" : "mvn");
            if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }

    /**
     * Lets Maven's JVM compile quickly instead of well, unless the user has said something about that: a build of a db module
     * is over before the better code would pay (12 instead of 16 to 19 seconds, half of the CPU time).
     *
     * @param environment of the process to be
     */
    public static void startsFast(Map<String, String> environment) {
        environment.merge("MAVEN_OPTS", QUICK_COMPILER,
                (given, quick) -> given.contains("TieredStopAtLevel") ? given : quick + " " + given);
    }
}
