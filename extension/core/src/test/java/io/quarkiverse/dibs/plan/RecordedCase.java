package io.quarkiverse.dibs.plan;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.WrittenOptions;

/** One case of the corpus as the catalog said it, with the plans that a server has proved. */
record RecordedCase(String name, Schema from, Schema to, Way forward, Optional<Way> backward) {

    /** Renames that were declared, and the plan that came of it. */
    record Way(List<Intent.Rename> renames, String plan) {
    }

    /** The cases of one file, which the engine's {@code RecordedPlans} writes. */
    static List<RecordedCase> parse(String text) {
        List<RecordedCase> cases = new ArrayList<>();
        for (String part : text.split("(?m)^=== ")) {
            if (!part.isEmpty()) {
                String[] sections = part.split("(?m)^--- ");
                List<DbObject> known = new ArrayList<>();
                cases.add(new RecordedCase(sections[0].strip(), schema(sections[1], known), schema(sections[2], known),
                        way(sections[3]),
                        sections.length > 4 ? Optional.of(way(sections[4])) : Optional.empty()));
            }
        }
        return cases;
    }

    private static Schema schema(String section, List<DbObject> known) {
        Schema.Builder builder = Schema.builder();
        List<ObjectId> ids = new ArrayList<>();
        section.lines().skip(1).forEach(line -> {
            if (line.startsWith("> ")) {
                String[] numbers = line.substring(2).split(" ");
                for (int i = 1; i < numbers.length; i++) {
                    builder.dependency(ids.get(Integer.parseInt(numbers[0])), ids.get(Integer.parseInt(numbers[i])));
                }
            } else if (line.startsWith("! ")) {
                builder.castable((String) new Reader(line, 2).value(String.class));
            } else {
                DbObject object = line.startsWith("= ") ? known.get(Integer.parseInt(line.substring(2)))
                        : new Reader(line, 0).object();
                if (!line.startsWith("= ")) {
                    known.add(object);
                }
                ids.add(object.id());
                builder.add(object);
            }
        });
        return builder.build();
    }

    private static Way way(String section) {
        int plan = section.indexOf("---\n");
        List<Intent.Rename> renames = section.substring(0, plan).lines().filter(line -> line.startsWith("~ ")).map(line -> {
            Reader reader = new Reader(line, 2);
            return new Intent.Rename((ObjectId) reader.value(ObjectId.class), (ObjectId) reader.value(ObjectId.class));
        }).toList();
        return new Way(renames, section.substring(plan + "---\n".length()));
    }

    /** Reads values by the types that the records declare. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text, int at) {
            this.text = text;
            this.at = at;
        }

        DbObject object() {
            int open = text.indexOf('(');
            try {
                Class<?> type = Class.forName(DbObject.class.getPackageName() + "." + text.substring(0, open));
                at = open;
                return (DbObject) row(type);
            } catch (ClassNotFoundException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        private Object row(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                at++;
                types[i] = components[i].getType();
                values[i] = value(components[i].getGenericType());
            }
            at++;
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        Object value(Type type) {
            if (type instanceof ParameterizedType generic) {
                return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
            }
            Class<?> plain = (Class<?>) type;
            if (plain == String.class) {
                return string();
            } else if (plain == OptionalInt.class) {
                return text.charAt(at++) == '?' ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word()));
            } else if (plain == ObjectId.class) {
                return id();
            } else if (plain.isRecord()) {
                return row(plain);
            } else if (plain.isEnum()) {
                String name = word();
                return List.of(plain.getEnumConstants()).stream().filter(constant -> ((Enum<?>) constant).name().equals(name))
                        .findFirst().orElseThrow();
            }
            String word = word();
            return plain == int.class ? (Object) Integer.valueOf(word)
                    : plain == long.class ? Long.valueOf(word) : Boolean.valueOf(word);
        }

        private static SortedMap<String, String> written(Map<Object, Object> map) {
            LinkedHashMap<String, String> options = new LinkedHashMap<>();
            map.forEach((name, value) -> options.put((String) name, (String) value));
            return WrittenOptions.of(options);
        }

        private Object container(Class<?> type, Type[] arguments) {
            if (type == Optional.class) {
                return text.charAt(at++) == '?' ? Optional.empty() : Optional.of(value(arguments[0]));
            } else if (Map.class.isAssignableFrom(type)) {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (at++; text.charAt(at) != '}'; skipComma()) {
                    Object key = value(arguments[0]);
                    at++;
                    map.put(key, value(arguments[1]));
                }
                at++;
                return type != SortedMap.class ? map : arguments[1] == String.class ? written(map) : new TreeMap<>(map);
            }
            Collection<Object> values = type == SortedSet.class ? new TreeSet<>() : new ArrayList<>();
            for (at++; text.charAt(at) != ']'; skipComma()) {
                values.add(value(arguments[0]));
            }
            at++;
            return values;
        }

        private void skipComma() {
            if (text.charAt(at) == ',') {
                at++;
            }
        }

        private String word() {
            int start = at;
            while (at < text.length() && ",)]}:(".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c == '\\') {
                    c = text.charAt(++at);
                    c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
                }
                out.append(c);
            }
            at++;
            return out.toString();
        }

        private ObjectId id() {
            at++;
            ObjectKind kind = ObjectKind.valueOf(word());
            at++;
            ObjectId parent = text.charAt(at) == '@' ? id() : null;
            at++;
            String schema = string();
            at++;
            String name = string();
            at++;
            String arguments = string();
            at++;
            ObjectId id = parent != null ? ObjectId.part(kind, parent, name)
                    : ObjectId.overloaded(kind, schema, name, arguments);
            return arguments.equals(id.arguments()) ? id : id.withArguments(arguments);
        }
    }
}
