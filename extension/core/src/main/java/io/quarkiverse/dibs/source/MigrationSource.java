package io.quarkiverse.dibs.source;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.report.GeneratedMigration;

/**
 * Writes a migration as the Java source a person would write: one text block a statement, hazards as comments above it. The
 * text
 * is formatted and compiles; whoever asked writes the file.
 */
public final class MigrationSource {

    private static final String BODY = "        ";
    private static final String BLOCK = "                ";

    private MigrationSource() {
    }

    /**
     * @param version digits
     * @param name in any spelling: {@code create-users} becomes {@code CreateUsers}
     */
    public static GeneratedMigration write(String packageName, String version, String name, MigrationPart part) {
        String className = "M" + version + camelCase(name);
        StringBuilder out = new StringBuilder();
        if (!packageName.isEmpty()) {
            out.append("package ").append(packageName).append(";\n\n");
        }
        out.append("import io.quarkiverse.dibs.Migration;\n").append("import io.quarkiverse.dibs.MigrationContext;\n\n");
        out.append("/** ").append(part.description().replace("*/", "* /")).append(" */\n");
        out.append(part.transactional() ? "@Migration\n" : "@Migration(transactional = false)\n");
        out.append("public class ").append(className).append(" {\n\n");
        out.append("    void migrate(MigrationContext db) {\n");
        String separator = "";
        for (MigrationPart.Entry entry : part.entries()) {
            out.append(separator);
            entry.comments().forEach(comment -> comment.lines()
                    .forEach(line -> out.append(BODY).append("// ").append(unicodeSafe(line).stripTrailing()).append('\n')));
            out.append(code(entry));
            separator = "\n";
        }
        out.append("    }\n}\n");
        return new GeneratedMigration(version, className + ".java", packageName, out.toString());
    }

    private static String code(MigrationPart.Entry entry) {
        if (entry instanceof MigrationPart.Execute execute) {
            return BODY + "db.execute(" + textBlock(execute.sql()) + ");\n";
        } else if (entry instanceof MigrationPart.Backfill backfill) {
            String key = backfill.key().stream().map(MigrationSource::literal).collect(Collectors.joining(", "));
            return BODY + "db.backfill(" + literal(backfill.name()) + ").over(" + literal(backfill.table()) + ", " + key
                    + ")\n" + BLOCK + ".run(" + textBlock(backfill.sql()) + ");\n";
        }
        return "";
    }

    /** {@code create-users} to {@code CreateUsers}; letters and digits of any script stay. */
    public static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(start ? Character.toUpperCase(c) : c);
                start = false;
            } else {
                start = true;
            }
        }
        return out.toString();
    }

    private static String textBlock(String sql) {
        List<String> lines = sql.replace("\r\n", "\n").lines().toList();
        StringBuilder out = new StringBuilder("\"\"\"\n");
        for (String line : lines) {
            String escaped = line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
            if (escaped.endsWith(" ")) {
                // a text block drops blanks at the end of a line
                escaped = escaped.substring(0, escaped.length() - 1) + "\\s";
            }
            out.append(escaped.isEmpty() ? "" : BLOCK + escaped).append('\n');
        }
        return out.append(BLOCK).append("\"\"\"").toString();
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** A backslash followed by u would be read as an escape even in a comment. */
    private static String unicodeSafe(String comment) {
        return comment.replace("\\u", "\\ u");
    }
}
