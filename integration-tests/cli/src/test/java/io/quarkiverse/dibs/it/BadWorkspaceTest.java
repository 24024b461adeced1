package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.dibs.it.Cli.Result;

/** What users get wrong before any database is asked: each is one clear error with a stable code and exit status. */
class BadWorkspaceTest {

    @TempDir
    Path folder;

    @Test
    void withoutDibsTomlItSaysWhereItLookedAndWhatToDo() {
        Result result = Cli.in(folder).run("diff");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("DIBS-0902 there is no dibs.toml in " + folder).contains("dibs init");
    }

    @Test
    void brokenTomlIsShownWithItsLine() throws IOException {
        Files.writeString(folder.resolve("dibs.toml"), "[db]\nmodule = \"shop-db\nurl = 1\n");

        Result result = Cli.in(folder).run("status");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0903").contains("dibs.toml:2:");
    }

    @Test
    void aMisspeltSettingIsNamed() throws IOException {
        Files.createDirectory(folder.resolve(".config"));
        Files.writeString(folder.resolve(".config/dibs.toml"), "[db]\nmodul = \"shop-db\"\n");

        Result result = Cli.in(folder).run("status");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0904 there is no setting \"db.modul\"").contains("db.module");
    }

    @Test
    void aMissingModuleIsNamed() throws IOException {
        Files.writeString(folder.resolve("dibs.toml"), "[db]\nmodule = \"nowhere\"\n");

        Result result = Cli.in(folder).run("diff");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0904").contains(folder.resolve("nowhere").toString());
    }

    @Test
    void inContinuousIntegrationTheEmbeddedDatabaseIsNeverUsed() throws IOException {
        Files.writeString(folder.resolve("dibs.toml"), "[db]\nmodule = \"nowhere\"\n");

        Result result = Cli.in(folder).with("CI", "true").run("status");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0905").contains("DATABASE_URL");
        assertThat(Cli.in(folder).run("status", "--production").err()).startsWith("DIBS-0905");
        assertThat(folder.resolve(".dibs")).doesNotExist();
    }

    @Test
    void aModuleThatDoesNotCompileShowsTheCompilersMessage() throws IOException {
        Result init = Cli.in(folder).run("init");
        assertThat(init.status()).as(init.toString()).isZero();
        String module = folder.getFileName().toString().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-")
                + "-db";
        Path entity = folder.resolve(module).resolve("src/main/java/org/acme/db/Person.java");
        Files.writeString(entity, Files.readString(entity).replace("public String email;", "public Strin email;"));

        Result result = Cli.in(folder).run("diff");

        assertThat(result.status()).as(result.toString()).isEqualTo(3);
        assertThat(result.err()).contains("DIBS-0911 " + module + " does not build").contains("Person.java")
                .contains("cannot find symbol").contains("class Strin").doesNotContain("Re-run Maven");
    }

    @Test
    void anUnknownOptionIsAUsageErrorAlsoInJson() throws IOException {
        Result text = Cli.in(folder).run("diff", "--frmo", "db");
        Result json = Cli.in(folder).run("diff", "--format", "json", "--frmo", "db");

        assertThat(text.status()).isEqualTo(2);
        assertThat(text.err()).startsWith("DIBS-0901").contains("--frmo");
        JsonNode problem = new ObjectMapper().readTree(json.out());
        assertThat(json.status()).isEqualTo(2);
        assertThat(problem.path("kind").textValue()).isEqualTo("problem");
        assertThat(problem.path("code").textValue()).isEqualTo("DIBS-0901");
    }

    @Test
    void aCommandWithoutThatFormatSaysSo() {
        Result result = Cli.in(folder).run("status", "--format", "markdown");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0901 status has no format markdown");
    }

    @Test
    void aModuleOfAnotherProtocolMajorIsToldPlainly() throws IOException {
        binary(FakeModule.class);

        Result result = Cli.in(folder).with("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x").with("FAKE", "2")
                .run("status");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err())
                .matches("(?s)DIBS-0801 this dibs speaks protocol 1\\.\\d+, the db module speaks 2\\.3 \\(dibs 9\\.9\\).*")
                .contains("update the dibs command");
    }

    @Test
    void aModuleThatEndsAtOnceShowsWhatItSaid() throws IOException {
        binary(FakeModule.class);

        Result result = Cli.in(folder).with("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x").with("FAKE", "crash")
                .run("status");

        assertThat(result.status()).as(result.toString()).isEqualTo(3);
        assertThat(result.err()).startsWith("DIBS-0802").contains("(status 9)").contains("no room left");
    }

    @Test
    void initWritesOverNothing() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "mine");

        Result result = Cli.in(folder).run("init");

        assertThat(result.status()).as(result.toString()).isEqualTo(6);
        assertThat(result.err()).startsWith("DIBS-0931").contains("For the project that is here");
        assertThat(folder.resolve("dibs.toml")).doesNotExist();
        assertThat(folder.resolve("pom.xml")).hasContent("mine");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedAndNothingIsLeft() throws IOException {
        Files.writeString(folder.resolve("app-db"), "in the way");

        Result result = Cli.in(folder).run("init", "app-db/below");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0932 " + folder.resolve("app-db/below/dibs.toml") + " cannot be written: ")
                .contains("is not a folder", "Nothing was written").doesNotContain("Exception");
    }

    @Test
    void aFolderWithoutLettersThatMavenTakesGetsAModuleThatBuildsAllTheSame() throws IOException {
        Result result = Cli.in(folder).run("init", "--", "-- Odd & Co");

        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(Files.readString(folder.resolve("-- Odd & Co/dibs.toml"))).contains("module = \"odd-co-db\"");
        assertThat(Cli.in(folder).run("init", "--", "--").out()).contains("+ app-db/pom.xml");
        assertThat(Cli.in(folder).run("init", "other", "--group", "org.new").err()).startsWith("DIBS-0901 --group org.new");
    }

    @Test
    void aWorkspaceWithoutAnApplicationHasNoDevMode() {
        assertThat(Cli.in(folder).run("init").status()).isZero();

        Result result = Cli.in(folder).run("dev");

        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).startsWith("DIBS-0904 there is no application in " + folder).contains("dibs diff");
    }

    /** A workspace whose prebuilt module is one class. */
    private void binary(Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String entry = main.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("module.jar")), manifest);
                var bytes = main.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
        Files.writeString(folder.resolve("dibs.toml"), "[db]\nbinary = \"module.jar\"\n");
    }
}
