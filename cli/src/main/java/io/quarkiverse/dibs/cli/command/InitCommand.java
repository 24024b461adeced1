package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.SourceVersion;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.postgres.text.NewFiles;
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
        if (!group.matches("[a-z_]\\w*(\\.[a-z_]\\w*)*") || !SourceVersion.isName(group)) {
            throw CliProblem.arguments("--group " + group + " is not the name of a Java package");
        }
        String name = name(root);
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
                throw CliProblem.refused("DIBS-0931", root.resolve(path) + " is there already", remedy(path));
            }
        }
        Map<Path, String> written = new LinkedHashMap<>();
        texts.forEach((path, text) -> written.put(root.resolve(path), text));
        new NewFiles("DIBS-0931", "DIBS-0932").write(written);
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

    /** Who has a project already does not want an empty folder. */
    private static String remedy(String path) {
        return path.equals("pom.xml")
                ? "Choose an empty folder (dibs init DIR). For the project that is here: make a module like the "
                        + "one that init makes elsewhere, and name it in a dibs.toml beside this file, as [db] module = \"folder\"."
                : "Choose an empty folder (dibs init DIR).";
    }

    /** After the folder, in letters that Maven takes; Maven would read one that begins with a dash as an option. */
    private static String name(Path root) {
        String plain = root.getFileName() == null ? ""
                : root.getFileName().toString().toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "app" : plain;
    }

    private static String template(String name) {
        try (InputStream in = InitCommand.class.getResourceAsStream("/init/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
