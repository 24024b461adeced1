package io.quarkiverse.dibs.deployment.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.Repeatable;
import io.quarkiverse.dibs.deployment.intent.BuildProblems;
import io.quarkiverse.dibs.deployment.intent.Place;
import io.quarkiverse.dibs.deployment.intent.SourceLookup;
import io.quarkiverse.dibs.processor.SourceMetadata;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

/**
 * The {@code @Migration} classes of an index by version, and behind them the {@code @Repeatable} ones by name. Mistakes are
 * collected, not thrown.
 */
public final class MigrationReader {

    private static final DotName CONTEXT = DotName.createSimple(MigrationContext.class);
    private static final DotName REPEATABLE = DotName.createSimple(Repeatable.class);
    private static final DotName UNI = DotName.createSimple(Uni.class);
    private static final Pattern NAME = Pattern.compile("\\p{L}(\\d+)_*(.*)");

    private final SourceLookup sources;
    private final BuildProblems problems;

    private MigrationReader(SourceLookup sources, BuildProblems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** @param problems where every mistake is noted */
    public static List<MigrationModel> read(IndexView index, SourceLookup sources, BuildProblems problems) {
        MigrationReader reader = new MigrationReader(sources, problems);
        List<MigrationModel> migrations = reader.readAll(index, Migration.class,
                "Give the younger of the two a later version.");
        migrations.sort(Comparator.comparing(migration -> new BigInteger(migration.version())));
        List<MigrationModel> repeatables = reader.readAll(index, Repeatable.class, "Give one of the two classes another name.");
        repeatables.sort(Comparator.comparing(MigrationModel::name));
        migrations.addAll(repeatables);
        return migrations;
    }

    private List<MigrationModel> readAll(IndexView index, Class<?> annotation, String remedy) {
        Map<String, ClassInfo> versions = new TreeMap<>();
        List<MigrationModel> migrations = new ArrayList<>();
        // dev mode has the classes of a module beside the application twice in the index
        index.getAnnotations(annotation).stream()
                .collect(Collectors.toMap(found -> found.target().asClass().name(), found -> found, (found, again) -> found,
                        TreeMap::new))
                .values().forEach(found -> read(found).ifPresent(migration -> {
                    ClassInfo type = found.target().asClass();
                    ClassInfo other = versions.putIfAbsent(migration.version(), type);
                    if (other != null) {
                        problems.add("DIBS-0111", sources.of(type), "its version " + migration.version() + " is also that of "
                                + sources.of(other).display(), remedy);
                    }
                    migrations.add(migration);
                }));
        return migrations;
    }

    private Optional<MigrationModel> read(AnnotationInstance annotation) {
        ClassInfo type = annotation.target().asClass();
        Place place = sources.of(type);
        boolean repeatable = annotation.name().equals(REPEATABLE);
        if (repeatable && type.hasDeclaredAnnotation(Migration.class)) {
            problems.add("DIBS-0123", place, "it says @Migration and @Repeatable, so it would be run once and again and again",
                    "Remove one of the two.");
            return Optional.empty();
        }
        Optional<MethodInfo> method = method(type, place);
        Optional<String[]> version = repeatable
                ? Optional.of(new String[] { MigrationInvoker.REPEATABLE + simpleName(type), simpleName(type) })
                : version(annotation, type, place);
        if (!isCallable(type, place) || method.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        String className = type.name().toString();
        Optional<SourceMetadata> source = sources.of(className);
        int line = source.map(metadata -> metadata.methods().get("migrate")).map(member -> member.position().line()).orElse(0);
        return Optional.of(new MigrationModel(className, version.get()[0], version.get()[1],
                text(annotation, "description").or(() -> source.flatMap(SourceMetadata::javadoc).map(MigrationReader::sentence))
                        .orElse(""),
                repeatable, annotation.value("transactional") == null || annotation.value("transactional").asBoolean(),
                method.get().returnType().kind() != Type.Kind.VOID, method.get().returnType().name().toString(),
                source.flatMap(SourceMetadata::sha256).orElseGet(() -> classBytes(className)),
                source.map(SourceMetadata::file).orElse(""), line));
    }

    private boolean isCallable(ClassInfo type, Place place) {
        if (type.isInterface() || type.isEnum() || Modifier.isAbstract(type.flags()) || !Modifier.isPublic(type.flags())
                || type.nestingType() == ClassInfo.NestingType.INNER && !Modifier.isStatic(type.flags())
                || type.nestingType() == ClassInfo.NestingType.LOCAL) {
            problems.add("DIBS-0112", place, "a migration is a public class that is neither abstract nor inner",
                    "Make it \"public class " + type.simpleName() + "\" in a file of its own.");
            return false;
        }
        MethodInfo constructor = type.method("<init>");
        if (constructor == null || !Modifier.isPublic(constructor.flags())) {
            problems.add("DIBS-0112", place, "a migration needs a public constructor without arguments",
                    "Remove its constructors, or make the one without arguments public.");
            return false;
        }
        return true;
    }

    private Optional<MethodInfo> method(ClassInfo type, Place place) {
        List<MethodInfo> named = type.methods().stream().filter(method -> method.name().equals("migrate")
                && !method.isSynthetic()).toList();
        Optional<MethodInfo> found = named.stream()
                .filter(method -> method.parametersCount() == 1 && method.parameterType(0).name().equals(CONTEXT)).findFirst();
        if (found.isEmpty()) {
            problems.add("DIBS-0112", place, "a migration needs a method migrate(MigrationContext)",
                    "Write \"void migrate(MigrationContext db) { ... }\", or let it return Uni<Void>.");
            return Optional.empty();
        }
        MethodInfo method = found.get();
        boolean blocking = method.returnType().kind() == Type.Kind.VOID;
        if (Modifier.isPrivate(method.flags()) || Modifier.isStatic(method.flags())
                || !blocking && !method.returnType().name().equals(UNI)) {
            problems.add("DIBS-0112", place,
                    "its method migrate is private or static, or returns something else than void or Uni<Void>",
                    "Write \"void migrate(MigrationContext db) { ... }\", or let it return Uni<Void>.");
            return Optional.empty();
        }
        return found;
    }

    /** The version without leading zeros, and the name. */
    private Optional<String[]> version(AnnotationInstance annotation, ClassInfo type, Place place) {
        Matcher inName = NAME.matcher(simpleName(type));
        Optional<String> given = text(annotation, "version");
        String digits = given.orElseGet(() -> inName.matches() ? inName.group(1) : "");
        if (!digits.matches("\\d+")) {
            problems.add("DIBS-0122", place,
                    given.isPresent() ? "the version \"" + digits + "\" is not made of digits" : "its name says no version",
                    "Call it like M20260124120000CreateUsers, or write @Migration(version = \"20260124120000\").");
            return Optional.empty();
        }
        String name = inName.matches() && !inName.group(2).isEmpty() ? inName.group(2) : simpleName(type);
        return Optional.of(new String[] { new BigInteger(digits).toString(), name });
    }

    private static String simpleName(ClassInfo type) {
        String name = type.name().withoutPackagePrefix();
        return name.substring(name.lastIndexOf('$') + 1);
    }

    private static Optional<String> text(AnnotationInstance annotation, String member) {
        return Optional.ofNullable(annotation.value(member)).map(AnnotationValue::asString).filter(text -> !text.isEmpty());
    }

    private static String sentence(String javadoc) {
        String text = javadoc.replaceAll("\\s+", " ").strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String classBytes(String className) {
        String resource = className.replace('.', '/') + ".class";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the index has the class " + className + ", the class path has not");
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
