package io.quarkiverse.dibs.source;

/** A text as a Java text block that means exactly this text and a line break at its end. */
final class TextBlock {

    private TextBlock() {
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
