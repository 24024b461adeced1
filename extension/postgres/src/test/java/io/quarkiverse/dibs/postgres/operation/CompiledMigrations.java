package io.quarkiverse.dibs.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

/** Generated migrations, compiled as a db module would compile them. */
final class CompiledMigrations {

    private CompiledMigrations() {
    }

    static List<MigrationInvoker> of(List<GeneratedMigration> migrations) {
        try {
            Path folder = Files.createTempDirectory("dibs-compiled");
            List<Path> files = new ArrayList<>();
            for (GeneratedMigration migration : migrations) {
                Path file = folder.resolve(migration.path());
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, migration.source()));
            }
            compile(folder, files);
            URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
                    CompiledMigrations.class.getClassLoader());
            List<MigrationInvoker> invokers = new ArrayList<>();
            for (GeneratedMigration migration : migrations) {
                Class<?> type = loader.loadClass(
                        migration.path().replace('/', '.').substring(0, migration.path().length() - ".java".length()));
                invokers.add(new Compiled(migration, type));
            }
            return invokers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(Path folder, List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, manager, null,
                    List.of("-d", folder.toString(), "-proc:none", "-classpath",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                    null, manager.getJavaFileObjectsFromPaths(files)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private record Compiled(GeneratedMigration migration, Class<?> type) implements MigrationInvoker {

        @Override
        public String version() {
            return migration.version();
        }

        @Override
        public String name() {
            return type.getSimpleName().substring(1 + migration.version().length());
        }

        @Override
        public String className() {
            return type.getName();
        }

        @Override
        public boolean transactional() {
            return type.getAnnotation(Migration.class).transactional();
        }

        @Override
        public boolean reactive() {
            return false;
        }

        @Override
        public String checksum() {
            return migration.source();
        }

        @Override
        public Uni<?> invoke(MigrationContext db) throws Exception {
            Object instance = type.getConstructor().newInstance();
            Method method = type.getDeclaredMethod("migrate", MigrationContext.class);
            method.setAccessible(true);
            method.invoke(instance, db);
            return null;
        }
    }
}
