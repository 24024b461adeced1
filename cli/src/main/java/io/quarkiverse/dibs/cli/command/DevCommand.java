package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.workspace.MavenCommand;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import io.quarkiverse.dibs.postgres.ConnectionTarget;
import io.quarkiverse.dibs.postgres.text.FileReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dibs dev}: installs what the application needs and starts its dev mode, which then has this terminal. */
@Command(name = "dev", description = "Start dev mode of the workspace's application.")
final class DevCommand extends DibsSubcommand {

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "passed to Maven: -Dquarkus.http.port=8081")
    private List<String> arguments = List.of();

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace();
        Path app = application(workspace);
        String maven = MavenCommand.required(workspace.root());
        boolean partOfRoot = !app.equals(workspace.root()) && Files.isRegularFile(workspace.root().resolve("pom.xml"));
        if (partOfRoot) {
            invocation.terminal().say("installing what " + app.getFileName() + " needs ...");
            int status = run(workspace.root(), List.of(maven, "-q", "-B", "-ntp", "-DskipTests", "-pl",
                    workspace.root().relativize(app).toString(), "-am", "install"), Map.of());
            if (status != OK) {
                throw CliProblem.build("DIBS-0911", app.getFileName() + " does not build", "See what Maven says above.");
            }
        }
        List<String> dev = new ArrayList<>(List.of(maven, "-ntp", "quarkus:dev"));
        dev.addAll(arguments);
        return run(app, dev, invocation.databaseUrl().map(DevCommand::datasource).orElse(Map.of()));
    }

    /**
     * Tells the application in Quarkus' own words which database it works on, where the command knows one.
     *
     * @throws io.quarkiverse.dibs.error.DibsException DIBS-0201 when it is not a Postgres URL
     */
    static Map<String, String> datasource(String url) {
        ConnectionTarget.of(url);
        int start = url.indexOf("//") + 2;
        int at = url.lastIndexOf('@', start + url.substring(start).split("[/?]", 2)[0].length());
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", at < start ? url : url.substring(0, start) + url.substring(at + 1));
        if (at >= start) {
            String[] user = url.substring(start, at).split(":", 2);
            environment.put("QUARKUS_DATASOURCE_USERNAME", decoded(user[0]));
            if (user.length == 2) {
                environment.put("QUARKUS_DATASOURCE_PASSWORD", decoded(user[1]));
            }
        }
        return environment;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The configured application, or else the one Quarkus module that is not the db module, or else the db module. */
    private static Path application(Workspace workspace) {
        if (workspace.settings().app().isPresent()) {
            Path app = workspace.root().resolve(workspace.settings().app().get()).normalize();
            if (!Files.isRegularFile(app.resolve("pom.xml"))) {
                throw CliProblem.usage("DIBS-0904", "app.module: there is no Maven module in " + app,
                        "Correct [app] module in " + workspace.file() + ".");
            }
            return app;
        }
        Path database = workspace.module();
        List<Path> candidates;
        try (Stream<Path> folders = Files.list(workspace.root())) {
            candidates = folders.filter(folder -> !folder.equals(database)).filter(DevCommand::isQuarkusModule).sorted()
                    .toList();
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0904", workspace.root() + " cannot be read: " + FileReason.of(e), "Make it readable.");
        }
        if (candidates.size() > 1) {
            throw CliProblem.usage("DIBS-0904", "there is more than one application: "
                    + String.join(", ", candidates.stream().map(path -> path.getFileName().toString()).toList()),
                    "Name one in " + workspace.file() + ": [app] module = \"...\".");
        }
        if (candidates.isEmpty() && isService(database)) {
            throw CliProblem.usage("DIBS-0904", "there is no application in " + workspace.root() + ": " + database.getFileName()
                    + " is the program that migrates, and has no dev mode",
                    "Name an application in " + workspace.file()
                            + " ([app] module = \"...\"), or work without one: dibs, dibs diff.");
        }
        return candidates.isEmpty() ? database : candidates.get(0);
    }

    private static boolean isQuarkusModule(Path folder) {
        Path pom = folder.resolve("pom.xml");
        try {
            return Files.isRegularFile(pom) && Files.readString(pom).contains("quarkus-maven-plugin");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isService(Path module) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(module.resolve("src/main/resources/application.properties"))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            // its own build says what is wrong with the file
            return false;
        }
        return Boolean.parseBoolean(properties.getProperty("quarkus.dibs.service", "").strip());
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // the hook is what ended the child
            return;
        }
    }

    private static int run(Path folder, List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
            builder.environment().putAll(environment);
            MavenCommand.startsFast(builder.environment());
            Process process = builder.start();
            // a signal may come to this process alone, which otherwise waits for a child that knows nothing of it
            Thread hook = new Thread(() -> stop(process), "dibs-dev-stop");
            Runtime.getRuntime().addShutdownHook(hook);
            int status = process.waitFor();
            forget(hook);
            return status;
        } catch (IOException e) {
            throw CliProblem.build("DIBS-0912", "Maven cannot be started: " + e.getMessage(), "Check " + command.get(0) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
