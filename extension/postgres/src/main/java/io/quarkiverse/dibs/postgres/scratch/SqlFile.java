package io.quarkiverse.dibs.postgres.scratch;

/** A file of SQL: its name as messages show it, and its text. */
public record SqlFile(String name, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public SqlFile {
        // editors put it there, and psql skips it
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** {@code name:line:column} of a character of the text, from 1. */
    String at(int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return name + ":" + line + ":" + (text.codePointCount(lineStart, end) + 1);
    }
}
