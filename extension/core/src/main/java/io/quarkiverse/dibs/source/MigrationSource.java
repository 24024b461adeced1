package io.quarkiverse.dibs.source;

import java.util.ArrayList;
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
    private static final int LONGEST_COMMENT = 110;
    private static final int MOST_OF_A_METHOD = 1000;

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
        out.append("/** ").append(harmless(part.description())).append(" */\n");
        out.append(part.transactional() ? "@Migration\n" : "@Migration(transactional = false)\n");
        out.append("public class ").append(className).append(" {\n\n");
        methods(part.entries(), out);
        out.append("}\n");
        return new GeneratedMigration(version, className + ".java", packageName, out.toString(),
                ReviewSql.write(className, part));
    }

    /** What is too much for one method, of which a class file holds 64 KiB, stands in several that the one calls. */
    private static void methods(List<MigrationPart.Entry> entries, StringBuilder out) {
        out.append("    void migrate(MigrationContext db) {\n");
        if (entries.size() <= MOST_OF_A_METHOD) {
            statements(entries, out);
            out.append("    }\n");
            return;
        }
        StringBuilder parts = new StringBuilder();
        for (int start = 0, number = 1; start < entries.size(); start += MOST_OF_A_METHOD, number++) {
            out.append(BODY).append("part").append(number).append("(db);\n");
            parts.append("\n    private static void part").append(number).append("(MigrationContext db) {\n");
            statements(entries.subList(start, Math.min(entries.size(), start + MOST_OF_A_METHOD)), parts);
            parts.append("    }\n");
        }
        out.append("    }\n").append(parts);
    }

    private static void statements(List<MigrationPart.Entry> entries, StringBuilder out) {
        String separator = "";
        for (MigrationPart.Entry entry : entries) {
            out.append(separator);
            entry.comments().forEach(comment -> wrapped(comment)
                    .forEach(line -> out.append(BODY).append("// ").append(line).append('\n')));
            out.append(code(entry));
            separator = "\n";
        }
    }

    private static String code(MigrationPart.Entry entry) {
        if (entry instanceof MigrationPart.Execute execute) {
            return BODY + "db.execute(" + TextBlock.of(execute.sql(), BLOCK) + ");\n";
        } else if (entry instanceof MigrationPart.Backfill backfill) {
            String key = backfill.key().stream().map(MigrationSource::literal).collect(Collectors.joining(", "));
            return BODY + "db.backfill(" + literal(backfill.name()) + ").over(" + literal(backfill.table()) + ", " + key
                    + ")\n" + BLOCK + ".run(" + TextBlock.of(backfill.sql(), BLOCK + BODY) + ");\n";
        }
        return "";
    }

    /**
     * {@code create-users} to {@code CreateUsers}; letters and digits of any script stay. A digit at the beginning would be
     * taken for a part of the version, so there a word comes before it.
     */
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
        return out.length() > 0 && Character.isDigit(out.charAt(0)) ? "Step" + out : out.toString();
    }

    static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + "\"";
    }

    /** The lines of a comment: none is too long, none ends the comment or is read as an escape by the compiler. */
    static List<String> wrapped(String comment) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : comment.split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : harmless(paragraph).split(" ")) {
                if (line.length() > 0 && line.length() + 1 + word.length() > LONGEST_COMMENT) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static String harmless(String comment) {
        return comment.replaceAll("\\s+", " ").strip().replace("*/", "* /").replace("\\u", "\\ u");
    }
}
