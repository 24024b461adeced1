package io.quarkiverse.dibs.processor;

import java.util.Optional;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

import io.quarkiverse.dibs.processor.SourceMetadata.Position;

/**
 * The source files behind the elements, as far as the compiler shows them: javac does, others show nothing. Names no class of
 * javac, so that it loads everywhere.
 */
interface Sources {

    /** The file of a type, when the compiler shows it. */
    Optional<Source> of(TypeElement type);

    /** One open file. */
    interface Source {

        /** Without its folder. */
        String fileName();

        SourceText text();

        /** Of the name of an element of the file. */
        Position position(Element element);
    }

    /** Build tools wrap the environment that javac gives; what is inside is looked for. */
    static Sources of(ProcessingEnvironment environment) {
        for (Object inner = environment; inner instanceof ProcessingEnvironment candidate; inner = Wrapped.inside(inner)) {
            try {
                return new JavacSources(candidate);
            } catch (IllegalArgumentException | LinkageError notJavac) {
                continue;
            }
        }
        return type -> Optional.empty();
    }
}
