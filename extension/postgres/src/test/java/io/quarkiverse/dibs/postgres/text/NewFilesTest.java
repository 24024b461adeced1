package io.quarkiverse.dibs.postgres.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;

@EnabledOnOs({ OS.LINUX, OS.MAC })
class NewFilesTest {

    @TempDir
    Path folder;

    @Test
    void allAreWrittenAndTheirFoldersMade() throws IOException {
        new NewFiles("DIBS-0001", "DIBS-0002").write(texts("a/b/One.java", "a/Two.java"));
        assertThat(folder.resolve("a/b/One.java")).hasContent("text of a/b/One.java");
        assertThat(folder.resolve("a/Two.java")).hasContent("text of a/Two.java");
    }

    @Test
    void aFileThatIsThereStaysAndNothingElseIsLeft() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/Two.java"), "mine");

        DibsException refused = failure("a/b/One.java", "a/Two.java", "a/Three.java");

        assertThat(refused.problem().code()).isEqualTo("DIBS-0001");
        assertThat(refused).hasMessageContaining(folder.resolve("a/Two.java") + " is there already");
        assertThat(tree()).containsExactly("a", "a/Two.java");
        assertThat(folder.resolve("a/Two.java")).hasContent("mine");
    }

    @Test
    void aFileWhereAFolderShouldBeIsNamed() throws IOException {
        Files.writeString(folder.resolve("b"), "a file");

        DibsException failed = failure("a/One.java", "b/Two.java");

        assertThat(failed.problem().code()).isEqualTo("DIBS-0002");
        assertThat(failed).hasMessageContaining("b/Two.java cannot be written: " + folder.resolve("b") + " is not a folder");
        assertThat(tree()).containsExactly("b");
    }

    @Test
    void whoMayNotWriteReadsWhichFolderToMakeWritable() throws Exception {
        Path source = Files.createDirectory(folder.resolve("src"));
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(withoutPrivileges(source.resolve("a/b/One.java")).lines()).containsExactly(
                "DIBS-0002 " + source + "/a/b/One.java cannot be written: permission denied",
                "Make " + source + " writable for " + System.getProperty("user.name") + ". Nothing was written.");
        assertThat(tree()).containsExactly("src");
    }

    /** Root may write everywhere unless it gives that up, which a process of its own does. */
    private static String withoutPrivileges(Path file) throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Writer.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(Category.USAGE.exitStatus());
        return said;
    }

    /** Writes one file and says why not. */
    static final class Writer {
        public static void main(String[] arguments) {
            try {
                new NewFiles("DIBS-0001", "DIBS-0002").write(Map.of(Path.of(arguments[0]), "text"));
            } catch (DibsException e) {
                System.out.println(e.getMessage());
                System.out.println(e.problem().remedy().orElseThrow());
                System.exit(e.problem().category().exitStatus());
            }
        }
    }

    private DibsException failure(String... names) {
        return catchThrowableOfType(DibsException.class, () -> new NewFiles("DIBS-0001", "DIBS-0002").write(texts(names)));
    }

    private Map<Path, String> texts(String... names) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            texts.put(folder.resolve(name), "text of " + name);
        }
        return texts;
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }
}
