package io.quarkiverse.dibs.processor;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.Repeatable;
import io.quarkiverse.dibs.processor.SourceMetadata.Member;
import io.quarkiverse.dibs.processor.SourceMetadata.Position;
import io.quarkiverse.dibs.processor.Sources.Source;

/**
 * Records Javadoc, positions and source checksums of entities and migrations, which class files do not have. Writes one
 * {@link SourceMetadata} resource for each class, claims no annotation and never fails a build: what cannot be recorded is
 * absent.
 */
@SupportedAnnotationTypes({ "io.quarkiverse.dibs.Table", "io.quarkiverse.dibs.MappedSuperclass",
        "io.quarkiverse.dibs.Embeddable", "io.quarkiverse.dibs.Enumerated", "io.quarkiverse.dibs.Migration",
        "io.quarkiverse.dibs.Repeatable" })
public final class SourceMetadataProcessor extends AbstractProcessor {

    private Elements elements;
    private Sources sources;

    /** For the compiler. */
    public SourceMetadataProcessor() {
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        elements = environment.getElementUtils();
        sources = Sources.of(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            for (Element annotated : round.getElementsAnnotatedWith(annotation)) {
                if (annotated instanceof TypeElement type) {
                    types.add(type);
                }
            }
        }
        types.forEach(this::record);
        return false;
    }

    private void record(TypeElement type) {
        try {
            SourceMetadata metadata = describe(type);
            try (Writer writer = new OutputStreamWriter(processingEnv.getFiler().createResource(
                    StandardLocation.CLASS_OUTPUT, "", SourceMetadata.resourceName(metadata.className()), type)
                    .openOutputStream(), StandardCharsets.UTF_8)) {
                writer.write(metadata.toText());
            }
        } catch (IOException | RuntimeException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE,
                    "dibs recorded no source metadata of " + type.getQualifiedName() + ": " + e);
        }
    }

    private SourceMetadata describe(TypeElement type) {
        Optional<Source> source = sources.of(type);
        boolean migration = type.getAnnotation(Migration.class) != null || type.getAnnotation(Repeatable.class) != null;
        DocComment doc = DocComment.parse(elements.getDocComment(type));
        SortedMap<String, Member> fields = new TreeMap<>();
        SortedMap<String, Member> methods = new TreeMap<>();
        for (Element member : type.getEnclosedElements()) {
            String name = member.getSimpleName().toString();
            if (isRecorded(member)) {
                fields.put(name, describe(member, source, Optional.ofNullable(doc.parameters().get(name))));
            } else if (migration && member.getKind() == ElementKind.METHOD) {
                methods.putIfAbsent(name, describe(member, source, Optional.empty()));
            }
        }
        return new SourceMetadata(elements.getBinaryName(type).toString(), file(type, source),
                source.map(file -> file.position(type)).orElse(Position.UNKNOWN), doc.description(),
                source.filter(file -> migration).map(file -> file.text().sha256()), fields, methods);
    }

    private Member describe(Element member, Optional<Source> source, Optional<String> inherited) {
        return new Member(source.map(file -> file.position(member)).orElse(Position.UNKNOWN),
                DocComment.parse(elements.getDocComment(member)).description().or(() -> inherited));
    }

    private static boolean isRecorded(Element member) {
        return member.getKind() == ElementKind.ENUM_CONSTANT
                || member.getKind() == ElementKind.FIELD && !member.getModifiers().contains(Modifier.STATIC);
    }

    /** The compiler knows the folder's absolute path only, which would differ from machine to machine. */
    private String file(TypeElement type, Optional<Source> source) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
            outermost = enclosing;
        }
        String topLevel = outermost.getSimpleName() + ".java";
        String folder = elements.getPackageOf(type).getQualifiedName().toString().replace('.', '/');
        String name = source.map(Source::fileName).orElse(topLevel);
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
