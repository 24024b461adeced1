package io.quarkiverse.dibs.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Java names for what a database has, each given once. Not thread-safe. */
final class JavaNames {

    /** What a file of an entity may import or sees without an import. */
    private static final Set<String> TAKEN = Set.of("Check", "Column", "Comment", "DefaultValue", "Deferrability", "EnumLabel",
            "Enumerated", "ForeignKey", "GeneratedColumn", "Identity", "IdentityGeneration", "Index", "IndexKey", "NullsOrder",
            "PrimaryKey", "ReferentialAction", "SortOrder", "Table", "Unique", "BigDecimal", "Duration", "InetAddress",
            "Instant",
            "List", "LocalDate", "LocalDateTime", "LocalTime", "OffsetTime", "Optional", "UUID", "Boolean", "Byte", "Character",
            "Class", "Double", "Enum", "Error", "Exception", "Float", "Integer", "Iterable", "Long", "Math", "Module", "Number",
            "Object", "Override", "Package", "Process", "Record", "Runtime", "Short", "String", "System", "Thread", "Void");

    private static final Set<String> WORDS = Set.of("abstract", "assert", "boolean", "break", "byte", "case", "catch", "char",
            "class", "const", "continue", "default", "do", "double", "else", "enum", "extends", "final", "finally", "float",
            "for", "goto", "if", "implements", "import", "instanceof", "int", "interface", "long", "native", "new", "package",
            "private", "protected", "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized",
            "this",
            "throw", "throws", "transient", "try", "void", "volatile", "while", "true", "false", "null", "_");

    private final Set<String> given = new HashSet<>();

    /** {@code order_lines} to {@code OrderLines}. */
    String ofClass(String name) {
        String words = MigrationSource.camelCase(name);
        String plain = words.isEmpty() || TAKEN.contains(words) ? words + "Row" : words;
        return unused(plain, plain);
    }

    /** {@code created_at} to {@code createdAt}. */
    String ofField(String column) {
        String words = letters(column);
        String plain = words.isEmpty() ? "column"
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        return unused(plain, WORDS.contains(plain) ? plain + "Value" : plain);
    }

    /** {@code on its way} to {@code ON_ITS_WAY}. */
    String ofConstant(String label) {
        String words = label.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
        String plain = words.isEmpty() || Character.isDigit(words.charAt(0)) ? "LABEL_" + words : words;
        return unused(plain, plain);
    }

    /** Whether dibs gives a field of this name the column's name by itself. */
    static boolean follows(String field, String column) {
        return column.matches("[a-z]+(_[a-z]+)*") && field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT).equals(column)
                && !field.matches(".*[A-Z]{2}.*");
    }

    private static String letters(String name) {
        String words = MigrationSource.camelCase(name);
        return words.startsWith("Step") && !name.toLowerCase(Locale.ROOT).startsWith("step") ? "column" + words.substring(4)
                : words;
    }

    private String unused(String key, String name) {
        String free = name;
        for (int number = 2; !given.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = key + number;
        }
        return free;
    }
}
