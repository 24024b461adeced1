package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code dibs init}: a workspace with one db module and one entity, or with the entities of a database that is there. Never
 * writes over a file that is there.
 */
@Command(name = "init", description = "Start a workspace: a root pom, a db module with one entity, dibs.toml.")
final class InitCommand extends DibsSubcommand {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "the folder of the workspace; the current one when not given")
    private Path folder = Path.of("");

    @Option(names = "--group", paramLabel = "GROUP", description = "Maven group and Java package", defaultValue = "org.acme")
    private String group;

    @Option(names = "--adopt", description = "write the entities of the database, and begin its history with a baseline")
    private boolean adopt;

    @Override
    int run(Invocation invocation) {
        Path root = folder.toAbsolutePath().normalize();
        if (!group.matches("[a-z_]\\w*(\\.[a-z_]\\w*)*")) {
            throw CliProblem.arguments("--group " + group + " is not the name of a Java package");
        }
        String name = root.getFileName() == null ? "app"
                : root.getFileName().toString().toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9-]", "-");
        String module = name + "-db";
        String sources = module + "/src/main/java/" + group.replace('.', '/') + "/db/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("dibs.toml", "dibs.toml");
        files.put("pom.xml", "root-pom.xml");
        files.put(".gitignore", "gitignore");
        files.put(module + "/pom.xml", "module-pom.xml");
        files.put(module + "/src/main/resources/application.properties", "application.properties");
        if (!adopt) {
            files.put(sources + "Person.java", "Person.java");
        }
        files.put(sources + "migrations/package-info.java", "package-info.java");
        Optional<Adoption> adoption = adopt ? Optional.of(Adoption.of(invocation, group + ".db")) : Optional.empty();
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((path, template) -> texts.put(path, template(template)
                .replace("@group@", group).replace("@name@", name).replace("@module@", module)
                .replace("@dibs@", VersionText.dibs()).replace("@quarkus@", VersionText.quarkus())));
        adoption.ifPresent(present -> texts.putAll(present.files(sources, module + "/src/main/java/")));
        for (String path : texts.keySet()) {
            if (Files.exists(root.resolve(path))) {
                throw CliProblem.refused("DIBS-0931", root.resolve(path) + " is there already", "Choose an empty folder.");
            }
        }
        texts.forEach((path, text) -> write(root.resolve(path), text));
        texts.keySet().forEach(path -> invocation.terminal().print("+ " + path + "\n"));
        if (adoption.isPresent()) {
            invocation.terminal().print(adoption.get().begin(invocation.terminal().outPalette()));
            invocation.terminal().say("next: dibs diff");
            return OK;
        }
        invocation.terminal().say("next: dibs diff, dibs generate-from-diff create-person, dibs migrate"
                + (Files.exists(root.resolve("mvnw")) ? "" : " (mvn wrapper:wrapper adds a Maven of the project's own)"));
        return OK;
    }

    private static String template(String name) {
        try (InputStream in = InitCommand.class.getResourceAsStream("/init/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0932", file + " cannot be written: " + e.getMessage(), "Make its folder writable.");
        }
    }
}
