package io.quarkiverse.dibs.deployment.intent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;

import io.quarkiverse.dibs.processor.SourceMetadata;
import io.quarkiverse.dibs.processor.SourceMetadata.Member;
import io.quarkiverse.dibs.processor.SourceMetadata.Position;

/**
 * What the annotation processor recorded about each class, read once a class. A class without a record has places without
 * positions and is remembered. Not thread-safe.
 */
public final class SourceLookup {

    private final Function<String, Optional<SourceMetadata>> loader;
    private final Map<String, Optional<SourceMetadata>> found = new HashMap<>();
    private final TreeSet<String> absent = new TreeSet<>();

    /** @param loader from the binary name of a class */
    public SourceLookup(Function<String, Optional<SourceMetadata>> loader) {
        this.loader = loader;
    }

    public Optional<SourceMetadata> of(String className) {
        Optional<SourceMetadata> metadata = found.computeIfAbsent(className, loader);
        if (metadata.isEmpty()) {
            absent.add(className);
        }
        return metadata;
    }

    public Place of(ClassInfo type) {
        String name = type.name().toString();
        return of(name)
                .map(source -> place(name, "", source.file(), source.position(), source.javadoc()))
                .orElseGet(() -> nowhere(name, ""));
    }

    public Place of(FieldInfo field) {
        String name = field.declaringClass().name().toString();
        Optional<SourceMetadata> source = of(name);
        Optional<Member> member = source.map(metadata -> metadata.fields().get(field.name()));
        return member
                .map(known -> place(name, field.name(), source.get().file(), known.position(), known.javadoc()))
                .orElseGet(() -> nowhere(name, field.name()));
    }

    /** The classes that were asked for and have no record, in order. */
    public TreeSet<String> absent() {
        return new TreeSet<>(absent);
    }

    private static Place place(String className, String member, String file, Position position, Optional<String> javadoc) {
        return new Place(className, member, file, position.line(), position.column(), javadoc);
    }

    private static Place nowhere(String className, String member) {
        return new Place(className, member, "", 0, 0, Optional.empty());
    }
}
