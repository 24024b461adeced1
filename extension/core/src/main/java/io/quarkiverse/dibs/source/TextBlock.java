package io.quarkiverse.dibs.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A text as a Java text block that means exactly this text and a line break at its end; as several where it is very long. */
final class TextBlock {

    /** The class file has 65,535 bytes for a constant, and a character takes up to three (JVM specification, 4.4.7). */
    private static final int LONGEST = 65_535 / 3;

    private TextBlock() {
    }

    /**
     * @param indent what stands before each line of the block
     * @return an expression: from the opening delimiter to the closing one, or such blocks joined
     */
    static String of(String text, String indent) {
        List<String> parts = parts(text + "\n");
        if (parts.size() == 1) {
            return block(parts.get(0), indent);
        }
        // joined when it runs: the compiler makes one constant of constants that are added
        return parts.stream().map(part -> block(part, indent)).collect(Collectors.joining(", ", "String.join(\"\", ", ")"));
    }

    /** Cut behind a line where there is one. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        while (text.length() - begin > LONGEST) {
            int line = text.lastIndexOf('\n', begin + LONGEST - 1) + 1;
            int end = line > begin ? line : begin + LONGEST;
            if (Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            parts.add(text.substring(begin, end));
            begin = end;
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static String block(String text, String indent) {
        StringBuilder out = new StringBuilder("\"\"\"\n");
        boolean ended = text.endsWith("\n");
        String[] lines = (ended ? text.substring(0, text.length() - 1) : text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean goesOn = !ended && i == lines.length - 1;
            String escaped = escape(lines[i]) + (goesOn ? "\\" : endsInBlank(lines[i]) ? "\\n\\" : "");
            out.append(escaped.isEmpty() ? "" : indent).append(escaped).append('\n');
        }
        return out.append(indent).append("\"\"\"").toString();
    }

    /**
     * Whether the compiler would strip the end of the line. A blank of ASCII has an escape; before another one, which has none,
     * the line break is written as one.
     */
    private static boolean endsInBlank(String line) {
        return !line.isEmpty() && line.charAt(line.length() - 1) > ' '
                && Character.isWhitespace(line.charAt(line.length() - 1));
    }

    private static String escape(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                out.append("\\\\");
            } else if (c == '"' && line.startsWith("\"\"", i + 1)) {
                out.append("\\\"");
            } else if (c == ' ' && i == line.length() - 1) {
                // the compiler strips blanks at the end of a line
                out.append("\\s");
            } else if (c < ' ' && c != '\t' || c == '\t' && i == line.length() - 1) {
                out.append(c == '\t' ? "\\t" : c == '\r' ? "\\r" : String.format("\\%03o", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
