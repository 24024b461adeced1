package io.quarkiverse.dibs.processor;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's project on disk, compiled by the JDK's own compiler within this process. */
final class Project {

    private final Path sources;
    private final Path classes;

    Project(Path folder) throws IOException {
        this.sources = Files.createDirectories(folder.resolve("src"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
    }

    Path classes() {
        return classes;
    }

    Path write(String file, String text) {
        try {
            Path path = sources.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources with the processor and asserts that nothing but notes was said. */
    void compile() {
        compile(List.of(new SourceMetadataProcessor()), allSources());
    }

    void compile(List<? extends Processor> processors, List<Path> files, String... options) {
        String output = output(processors, files, options);
        if (!output.isEmpty()) {
            throw new AssertionError(output);
        }
    }

    /**
     * What the compiler said.
     *
     * @param processors null: those on the class path
     */
    String output(List<? extends Processor> processors, List<Path> files, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> arguments = new ArrayList<>(List.of(arguments()));
            arguments.addAll(List.of(options));
            JavaCompiler.CompilationTask task = compiler.getTask(output, fileManager, null, arguments, null,
                    fileManager.getJavaFileObjectsFromPaths(files));
            if (processors != null) {
                task.setProcessors(processors);
            }
            if (!task.call()) {
                throw new AssertionError("does not compile:\n" + output);
            }
            return output.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] arguments() {
        return new String[] { "-encoding", "UTF-8", "-Xlint:all,-processing", "-Werror", "-d", classes.toString(), "-cp",
                System.getProperty("java.class.path") + System.getProperty("path.separator") + classes };
    }

    List<Path> allSources() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resource(String className) {
        return classes.resolve(SourceMetadata.resourceName(className));
    }

    SourceMetadata metadata(String className) {
        try (Reader reader = Files.newBufferedReader(resource(className))) {
            return SourceMetadata.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
