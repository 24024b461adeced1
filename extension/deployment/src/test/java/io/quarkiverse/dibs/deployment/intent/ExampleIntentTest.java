package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.deployment.migration.MigrationModel;
import io.quarkiverse.dibs.deployment.migration.MigrationReader;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.IntentCodec;
import io.quarkiverse.dibs.processor.SourceMetadata;
import io.quarkiverse.dibs.processor.SourceMetadataProcessor;
import io.quarkus.arc.processor.BeanArchives;

/** The example workspace from its sources to its intent, with the real compiler and processor. {@code -Dupdate} rewrites it. */
class ExampleIntentTest {

    private static final Path SOURCES = Path.of("../../integration-tests/example/shop-db/src/main/java");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/shop-intent.json");

    @TempDir
    Path classes;

    private final BuildProblems problems = new BuildProblems();

    @Test
    void theExampleSaysWhatItAlwaysSaid() throws IOException {
        compile();
        String intent = IntentCodec.write(read());
        assertThat(problems.all()).isEmpty();
        if (System.getProperty("update") != null) {
            Files.writeString(GOLDEN, intent);
        }
        assertThat(intent).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void theExampleHasThreeMigrationsWithPositionsOfWhichOneFillsRows() throws IOException {
        compile();
        List<MigrationModel> migrations = MigrationReader.read(index().complete(), sources(), problems);
        assertThat(problems.all()).isEmpty();
        assertThat(migrations).extracting(MigrationModel::name).containsExactly("CreateCatalogue", "CreateOrders",
                "NameCustomers");
        assertThat(migrations).extracting(MigrationModel::transactional).containsExactly(true, true, false);
        assertThat(migrations).allSatisfy(migration -> assertThat(migration.sourceLine()).isPositive());
    }

    private Intent read() throws IOException {
        return IntentReader.read(BeanArchives.buildComputingBeanArchiveIndex(getClass().getClassLoader(),
                new ConcurrentHashMap<>(), index().complete()), new IntentSettings("public", NamingStrategy.SNAKE_CASE),
                sources(), problems);
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> found = Files.walk(SOURCES)) {
            List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, null,
                    List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")), null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new SourceMetadataProcessor()));
            assertThat(task.call()).isTrue();
        }
    }

    private Indexer index() throws IOException {
        Indexer indexer = new Indexer();
        try (Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        }
        return indexer;
    }

    private SourceLookup sources() {
        return new SourceLookup(name -> {
            Path file = classes.resolve(SourceMetadata.resourceName(name));
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            try (Reader text = Files.newBufferedReader(file)) {
                return Optional.of(SourceMetadata.read(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
