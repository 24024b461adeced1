package io.quarkiverse.dibs.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.diff.Display;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.WrittenOptions;

/**
 * Writes what the corpus' schemas look like when read, and their plans, as resources of core's own tests: there the same plans
 * are made again without any server. {@code -Dupdate} writes them; the texts are read by {@code RecordedPlansTest} in core.
 */
final class RecordedPlans {

    static final int MAJOR = 15;
    private static final String TOO_LONG = "real/";
    private static final Path FOLDER = Path.of("../../extension/core/src/test/resources/io/quarkiverse/dibs/plan/corpus");

    private static final Path CORPUS = Path.of("../corpus");

    private final SortedMap<String, String> cases = new TreeMap<>();

    /** The proofs of a case, forwards and where there is a way back also backwards. */
    synchronized void add(String name, List<Proof> proofs) {
        if (name.startsWith(TOO_LONG)) {
            return;
        }
        StringBuilder text = new StringBuilder("=== ").append(name).append('\n');
        Map<String, Integer> lines = new HashMap<>();
        side("from", proofs.get(0).about().from(), lines, text);
        side("to", proofs.get(0).about().to(), lines, text);
        proofs.forEach(proof -> way(proof, text));
        cases.put(name, text.toString());
    }

    /** One file for each area. What is recorded of cases that are there and did not run stays. */
    synchronized void write() {
        try {
            for (String area : cases.keySet().stream().map(name -> name.substring(0, name.indexOf('/'))).distinct().toList()) {
                keepOthers(FOLDER.resolve(area + ".txt"));
            }
            Map<String, StringBuilder> areas = new TreeMap<>();
            cases.forEach((name, text) -> areas
                    .computeIfAbsent(name.substring(0, name.indexOf('/')), area -> new StringBuilder()).append(text));
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, StringBuilder> area : areas.entrySet()) {
                Files.writeString(FOLDER.resolve(area.getKey() + ".txt"), area.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepOthers(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String recorded : Files.readString(file).split("(?m)^(?==== )")) {
            String name = recorded.lines().findFirst().orElse("").replaceFirst("^=== ", "");
            if (Files.isDirectory(CORPUS.resolve(name))) {
                cases.putIfAbsent(name, recorded);
            }
        }
    }

    /** An object that is the same on both sides is written once. */
    private static void side(String name, Schema schema, Map<String, Integer> lines, StringBuilder text) {
        text.append("--- ").append(name).append('\n');
        Map<ObjectId, Integer> numbers = new HashMap<>();
        for (DbObject object : schema.objects()) {
            numbers.put(object.id(), numbers.size());
            String line = object.getClass().getSimpleName() + value(object);
            Integer same = lines.putIfAbsent(line, lines.size());
            text.append(same == null ? line : "= " + same).append('\n');
        }
        for (ObjectId id : schema.ids()) {
            if (!schema.dependenciesOf(id).isEmpty()) {
                text.append("> ").append(numbers.get(id)).append(schema.dependenciesOf(id).stream()
                        .map(need -> " " + numbers.get(need)).collect(Collectors.joining())).append('\n');
            }
        }
        schema.castable().stream().sorted().forEach(cast -> text.append("! ").append(value(cast)).append('\n'));
    }

    private static void way(Proof proof, StringBuilder text) {
        Proof.Subject about = proof.about();
        text.append("--- ").append(proof.direction()).append('\n');
        about.renames()
                .forEach(rename -> text.append("~ ").append(value(rename.from())).append(value(rename.to())).append('\n'));
        text.append("---\n");
        Differ.diff(about.from(), about.to(), DiffOptions.complete().withServerMajor(MAJOR).withRenames(about.renames()))
                .changes().forEach(change -> text.append(Display.of(change)).append('\n'));
        text.append(proof.plan());
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Optional<?> optional) {
            return optional.map(present -> "!" + value(present)).orElse("?");
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? "!" + optional.getAsInt() : "?";
        } else if (value instanceof Collection<?> values) {
            return values.stream().map(RecordedPlans::value).collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return inOrder(map).stream().map(entry -> value(entry.getKey()) + ":" + value(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof ObjectId id) {
            return "@" + id.kind() + "(" + (id.parent() == null ? "" : value(id.parent())) + "," + value(id.schema()) + ","
                    + value(id.name()) + "," + value(id.arguments()) + ")";
        } else if (value instanceof Record row) {
            List<String> components = new ArrayList<>();
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                components.add(value(read(row, component)));
            }
            return components.stream().collect(Collectors.joining(",", "(", ")"));
        }
        return String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static Collection<? extends Map.Entry<?, ?>> inOrder(Map<?, ?> map) {
        return map instanceof WrittenOptions ? WrittenOptions.inOrder((Map<String, String>) map) : map.entrySet();
    }

    private static Object read(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
