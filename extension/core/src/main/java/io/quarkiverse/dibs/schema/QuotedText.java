package io.quarkiverse.dibs.schema;

/** Where quoted pieces of SQL end: literals, names in quotes, bodies in dollar quotes. */
final class QuotedText {

    private QuotedText() {
    }

    /** Behind the quoted piece that begins here, or here where none does; the dollar of a parameter begins none. */
    static int end(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"') {
            return behind(sql, String.valueOf(c), at + 1);
        }
        return c == '$' ? behindBody(sql, at) : at;
    }

    private static int behindBody(String sql, int at) {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        boolean isQuote = end < sql.length() && sql.charAt(end) == '$' && !Character.isDigit(sql.charAt(at + 1));
        return isQuote ? behind(sql, sql.substring(at, end + 1), end + 1) : at;
    }

    private static int behind(String sql, String quote, int from) {
        int end = sql.indexOf(quote, from);
        return end < 0 ? sql.length() : end + quote.length();
    }
}
