package io.quarkiverse.dibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;

class ApiTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void noAnnotationSharesItsNameWithAClassOfJavaLang() throws IOException {
        assertThat(annotations()).hasSizeGreaterThan(20)
                .allSatisfy(annotation -> assertThat(exists("java.lang." + annotation.getSimpleName()))
                        .as(annotation.getSimpleName()).isFalse());
    }

    @Test
    void everyAnnotationIsDocumentedAndThereAtRunTime() throws IOException {
        assertThat(annotations()).allSatisfy(annotation -> {
            assertThat(annotation).hasAnnotation(Documented.class);
            assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.RUNTIME);
        });
    }

    @Test
    void everyPublicTypeAndMemberHasAComment() throws IOException {
        Comments comments = new Comments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(SOURCES)) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, fileManager, null,
                    List.of("-proc:only", "-cp", System.getProperty("java.class.path")), null, fileManager
                            .getJavaFileObjectsFromPaths(files.filter(file -> file.toString().endsWith(".java")).toList()));
            task.setProcessors(List.of(comments));
            assertThat(task.call()).isTrue();
        }
        assertThat(comments.looked).isGreaterThan(200);
        assertThat(comments.missing).isEmpty();
    }

    private static List<Class<?>> annotations() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve("io/quarkiverse/dibs"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java")).sorted()
                    .<Class<?>> map(name -> load("io.quarkiverse.dibs." + name.substring(0, name.length() - 5)))
                    .filter(Class::isAnnotation).toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Collects what other code can see and nobody has described; what implements or overrides is described elsewhere. */
    @SupportedAnnotationTypes("*")
    private static final class Comments extends AbstractProcessor {

        private final List<String> missing = new ArrayList<>();
        private int looked;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getRootElements().forEach(this::look);
            return false;
        }

        private void look(Element element) {
            if (!element.getModifiers().contains(Modifier.PUBLIC) || element.getAnnotation(Override.class) != null) {
                return;
            }
            boolean ofRecord = element.getEnclosingElement().getKind() == ElementKind.RECORD;
            if (!ofRecord || element instanceof TypeElement) {
                looked++;
                if (processingEnv.getElementUtils().getDocComment(element) == null && !isOfEnum(element)) {
                    missing.add(element.getEnclosingElement() + "." + element);
                }
            }
            if (element instanceof TypeElement) {
                element.getEnclosedElements().forEach(this::look);
            }
        }

        /** {@code values} and {@code valueOf}. */
        private static boolean isOfEnum(Element element) {
            return element.getKind() == ElementKind.METHOD && element.getEnclosingElement().getKind() == ElementKind.ENUM;
        }
    }
}
