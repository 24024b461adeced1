package io.quarkiverse.dibs.source;

import java.util.ArrayList;
import java.util.List;

/** A text as a Java text block that means exactly this text and a line break at its end. */
final class TextBlock {

    /** A class file holds no constant of more than 65535 bytes; a character takes three of them at most. */
    private static final int LONGEST_CONSTANT = 65_535 / 3;

    private TextBlock() {
    }

    /** The same as an expression: a text that is too long for one constant is put together of several. */
    static String expression(String text, String indent) {
        if (text.length() < LONGEST_CONSTANT) {
            return of(text, indent);
        }
        List<String> blocks = new ArrayList<>();
        int start = 0;
        while (text.length() - start >= LONGEST_CONSTANT) {
            int end = text.lastIndexOf('\n', start + LONGEST_CONSTANT - 1);
            if (end >= start) {
                blocks.add(of(text.substring(start, end), indent));
                start = end + 1;
            } else {
                end = start + LONGEST_CONSTANT - 1;
                // of a character that takes two the second one is not to be alone
                end -= Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
                blocks.add(of(text.substring(start, end), indent).replaceFirst("\n([^\n]*)$", "\\\\\n$1"));
                start = end;
            }
        }
        blocks.add(of(text.substring(start), indent));
        return "String.join(\"\", " + String.join(", ", blocks) + ")";
    }

    /**
     * @param indent what stands before each line of the block
     * @return from the opening delimiter to the closing one
     */
    static String of(String text, String indent) {
        StringBuilder out = new StringBuilder("\"\"\"\n");
        for (String line : text.split("\n", -1)) {
            String escaped = escape(line);
            out.append(escaped.isEmpty() ? "" : indent).append(escaped).append('\n');
        }
        return out.append(indent).append("\"\"\"").toString();
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
