package io.quarkiverse.dibs.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the annotation reference to the annotations. */
class AnnotationsPageTest {

    private static final Path PAGE = Path.of("../../docs/modules/ROOT/pages/annotations.adoc");
    private static final Pattern EXAMPLE = Pattern.compile("\\[source,java]\n----\n(.*?)\n----\n", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("^=== .*@(\\w+).*$", Pattern.MULTILINE);

    @Test
    void everyExampleCompiles(@TempDir Path folder) throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(PAGE));
        int count = 0;
        while (examples.find()) {
            Project project = new Project(folder.resolve("example" + count++));
            Matcher name = Pattern.compile("public (?:class|record) (\\w+)").matcher(examples.group(1));
            assertThat(name.find()).isTrue();
            project.write(name.group(1) + ".java", examples.group(1));
            project.compile();
        }
        assertThat(count).isEqualTo(6);
    }

    @Test
    void everyAnnotationAndMemberIsOnThePage() throws IOException, ClassNotFoundException {
        String page = Files.readString(PAGE);
        List<String> missing = new ArrayList<>();
        for (Class<?> annotation : annotations()) {
            String section = section(page, annotation.getSimpleName());
            for (Method member : annotation.getDeclaredMethods()) {
                boolean named = section.contains("|" + member.getName() + " ") || member.getName().equals("value")
                        && (section.contains("`value`") || section.contains("@" + annotation.getSimpleName() + "("));
                if (!named) {
                    missing.add(annotation.getSimpleName() + "." + member.getName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** From the heading that names the annotation to the next heading; of those without a heading the table row. */
    private static String section(String page, String annotation) {
        Matcher heading = SECTION.matcher(page);
        while (heading.find()) {
            if (heading.group().matches(".*@" + annotation + "\\b.*")) {
                int end = page.indexOf("\n==", heading.end());
                return page.substring(heading.start(), end < 0 ? page.length() : end);
            }
        }
        int row = page.indexOf("|@" + annotation);
        assertThat(row).as(annotation).isNotNegative();
        return page.substring(row, page.indexOf('\n', row));
    }

    private static List<Class<?>> annotations() throws IOException, ClassNotFoundException {
        List<Class<?>> annotations = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/quarkiverse/dibs"))) {
            for (String file : files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".java")).sorted()
                    .toList()) {
                Class<?> type = Class.forName("io.quarkiverse.dibs." + file.substring(0, file.length() - ".java".length()));
                if (type.isAnnotation()) {
                    annotations.add(type);
                }
            }
        }
        assertThat(annotations).hasSizeGreaterThan(20);
        return annotations;
    }
}
