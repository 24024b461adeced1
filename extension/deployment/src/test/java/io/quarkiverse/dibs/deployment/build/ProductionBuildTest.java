package io.quarkiverse.dibs.deployment.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** What is built for production knows nothing of dev mode. */
class ProductionBuildTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(root -> root.addClasses(Thing.class, M1CreateThings.class))
            .setApplicationName("production").setApplicationVersion("1");

    @ProdBuildResults
    ProdModeTestResults results;

    @Test
    void noBeanAndNoPageOfDevModeIsInIt() throws IOException {
        List<String> entries = new ArrayList<>();
        List<String> mentions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(results.getBuildDir())) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                boolean generated = !jar.toString().contains("/lib/");
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                        ZipEntry entry = all.nextElement();
                        entries.add(jar.getFileName() + "!" + entry.getName());
                        if (generated && mentionsDevMode(new String(zip.getInputStream(entry).readAllBytes(),
                                StandardCharsets.ISO_8859_1))) {
                            mentions.add(entry.getName());
                        }
                    }
                }
            }
        }

        assertThat(entries).anyMatch(entry -> entry.endsWith("dibs/intent.json"))
                .noneMatch(entry -> entry.contains("dev-ui/qwc-dibs"));
        assertThat(mentions).as("generated classes that name dev mode").isEmpty();
    }

    private static boolean mentionsDevMode(String classFile) {
        return classFile.contains("dibs/runtime/devmode") || classFile.contains("dibs/runtime/devui")
                || classFile.contains("instead of the standard Dev Service");
    }
}
