package io.quarkiverse.dibs.processor;

import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the compiler knew about the source of one class, and the only place that writes and reads the text it is kept in: one
 * resource for each class, UTF-8, sorted, the same for the same source on every machine.
 *
 * @param className the binary name of the class
 * @param file the source file below its source root, with slashes: {@code org/acme/User.java}
 * @param javadoc the class comment without its block tags, as written
 * @param sha256 of the source text with LF line ends, in lower-case hexadecimal; for migrations only
 * @param fields the instance fields, record components or enum constants that the class itself declares, by name
 * @param methods the methods of a migration by name; of several with one name the first
 */
public record SourceMetadata(String className, String file, Position position, Optional<String> javadoc,
        Optional<String> sha256, SortedMap<String, Member> fields, SortedMap<String, Member> methods) {

    public SourceMetadata {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
    }

    /** Where the resource of a class stands in its class path entry. */
    public static String resourceName(String className) {
        return "META-INF/dibs/" + className + ".properties";
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static SourceMetadata read(Reader text) throws IOException {
        Properties properties = new Properties();
        properties.load(text);
        SortedMap<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        if (!entries.containsKey("class") || !entries.containsKey("file")) {
            throw new IllegalArgumentException("not the metadata of a class: it has no class or no file");
        }
        return new SourceMetadata(entries.get("class"), entries.get("file"), Position.parse(entries.get("position")),
                Optional.ofNullable(entries.get("javadoc")), Optional.ofNullable(entries.get("sha256")),
                members("field.", entries), members("method.", entries));
    }

    /** The text of the resource. */
    public String toText() {
        SortedMap<String, String> entries = new TreeMap<>();
        entries.put("class", className);
        entries.put("file", file);
        position.into("position", entries);
        javadoc.ifPresent(text -> entries.put("javadoc", text));
        sha256.ifPresent(text -> entries.put("sha256", text));
        fields.forEach((name, member) -> member.into("field." + name, entries));
        methods.forEach((name, member) -> member.into("method." + name, entries));
        StringBuilder text = new StringBuilder();
        entries.forEach((key, value) -> text.append(key).append('=').append(escaped(value)).append('\n'));
        return text.toString();
    }

    private static SortedMap<String, Member> members(String prefix, SortedMap<String, String> entries) {
        SortedMap<String, Member> members = new TreeMap<>();
        for (Map.Entry<String, String> entry : entries.tailMap(prefix).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            if (entry.getKey().endsWith(".position")) {
                String name = entry.getKey().substring(prefix.length(), entry.getKey().length() - ".position".length());
                members.put(name, new Member(Position.parse(entry.getValue()),
                        Optional.ofNullable(entries.get(prefix + name + ".javadoc"))));
            }
        }
        return members;
    }

    private static String escaped(String value) {
        String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
                .replace("\f", "\\f");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }

    /**
     * A field or method.
     *
     * @param position of its name
     * @param javadoc its comment without block tags, as written
     */
    public record Member(Position position, Optional<String> javadoc) {

        void into(String key, SortedMap<String, String> entries) {
            entries.put(key + ".position", position.toString());
            javadoc.ifPresent(text -> entries.put(key + ".javadoc", text));
        }
    }

    /** A place in a file, both counted from 1 (a tab is one column), or {@link #UNKNOWN}. */
    public record Position(int line, int column) {

        /** Where the compiler did not tell. */
        public static final Position UNKNOWN = new Position(0, 0);

        /** Whether the compiler told. */
        public boolean known() {
            return line > 0;
        }

        void into(String key, SortedMap<String, String> entries) {
            if (known()) {
                entries.put(key, toString());
            }
        }

        static Position parse(String text) {
            if (text == null) {
                return UNKNOWN;
            }
            String[] parts = text.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a position: " + text);
            }
            return new Position(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        /** {@code line:column}. */
        @Override
        public String toString() {
            return line + ":" + column;
        }
    }
}
