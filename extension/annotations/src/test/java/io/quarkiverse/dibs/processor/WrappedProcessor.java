package io.quarkiverse.dibs.processor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Runs our processor in an environment that is not javac's own, as build tools do. */
final class WrappedProcessor extends AbstractProcessor {

    private final Processor processor = new SourceMetadataProcessor();
    private final Function<ProcessingEnvironment, ProcessingEnvironment> wrapper;

    WrappedProcessor(Function<ProcessingEnvironment, ProcessingEnvironment> wrapper) {
        this.wrapper = wrapper;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        processor.init(wrapper.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    /** Hides the compiler for good, as one would that is not javac. */
    static class Opaque implements ProcessingEnvironment {

        private final ProcessingEnvironment hidden;

        Opaque(ProcessingEnvironment hidden) {
            this.hidden = hidden;
        }

        @Override
        public Map<String, String> getOptions() {
            return hidden.getOptions();
        }

        @Override
        public Messager getMessager() {
            return hidden.getMessager();
        }

        @Override
        public Filer getFiler() {
            return hidden.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return hidden.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return hidden.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return hidden.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return hidden.getLocale();
        }
    }

    /** Has the field that Gradle's wrapper has. */
    static final class Transparent extends Opaque {

        final ProcessingEnvironment delegate;

        Transparent(ProcessingEnvironment delegate) {
            super(delegate);
            this.delegate = delegate;
        }
    }
}
