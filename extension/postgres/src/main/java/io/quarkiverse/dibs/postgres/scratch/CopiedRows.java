package io.quarkiverse.dibs.postgres.scratch;

import java.util.regex.Pattern;

/**
 * The rows that a dump of pg_dump brings in {@code COPY ... FROM stdin}. A schema has no rows, so these need not be loaded, and
 * only psql could: the statement and its rows become blanks, so that everything else stays where it is.
 */
final class CopiedRows {

    private static final Pattern BEGIN = Pattern.compile("COPY [^;]* FROM stdin\\b[^;]*;\\s*", Pattern.CASE_INSENSITIVE);
    private static final String END = "\\.";

    private CopiedRows() {
    }

    /** The text without such rows; rows that nothing ends stay, to be complained about. */
    static String blanked(String text) {
        if (!text.contains(END)) {
            return text;
        }
        char[] rest = text.toCharArray();
        int copy = -1;
        int begin = 0;
        while (begin < text.length()) {
            int newline = text.indexOf('\n', begin);
            int end = newline < 0 ? text.length() : newline;
            if (copy < 0 && text.startsWith("COPY ", begin) && BEGIN.matcher(text.substring(begin, end)).matches()) {
                copy = begin;
            } else if (copy >= 0 && text.substring(begin, end).strip().equals(END)) {
                blank(rest, copy, end);
                copy = -1;
            }
            begin = end + 1;
        }
        return new String(rest);
    }

    private static void blank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = ' ';
            }
        }
    }
}
