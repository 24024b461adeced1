package io.quarkiverse.dibs.postgres.run;

/**
 * Recognises a text that holds no statement, only comments, blanks and semicolons. Postgres answers it in a way of its own that
 * the client never gives back, so it must not be sent.
 */
final class EmptyStatement {

    private static final String NO_ROWS = "SELECT WHERE false";

    private EmptyStatement() {
    }

    /** The text itself, or a statement that does nothing in its place. */
    static String replaced(String sql) {
        return isEmpty(sql) ? NO_ROWS : sql;
    }

    private static boolean isEmpty(String sql) {
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c) || c == ';') {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", at)) {
                int end = endOfComment(sql, at);
                if (end < 0) {
                    return false;
                }
                at = end;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Comments of this form nest in Postgres; one that never ends is left for the server to refuse. */
    private static int endOfComment(String sql, int start) {
        int depth = 0;
        int at = start;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return -1;
    }
}
