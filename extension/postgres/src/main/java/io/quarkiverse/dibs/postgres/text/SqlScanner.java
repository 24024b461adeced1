package io.quarkiverse.dibs.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Cuts SQL into tokens as psql does: it knows where strings, names, dollar quotes and comments end, and nothing of grammar.
 * Text that ends inside one of them is one {@link Kind#UNFINISHED} token.
 */
public final class SqlScanner {

    /** What a token is; blanks and comments are one kind. */
    public enum Kind {
        BLANK,
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL,
        UNFINISHED
    }

    /** A piece of the text from {@code start} to before {@code end}. */
    public record Token(Kind kind, int start, int end, String text) {

        public boolean is(String wordOrSymbol) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(wordOrSymbol);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlScanner(String sql) {
        this.sql = sql;
    }

    /** All tokens; together they are the whole text. */
    public static List<Token> scan(String sql) {
        SqlScanner scanner = new SqlScanner(sql);
        while (scanner.at < sql.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    /**
     * Gives the tokens one by one to somebody who may know that what follows is no SQL.
     *
     * @param reader returns where to go on: the end of the token, or a place behind it
     */
    public static void scan(String sql, ToIntFunction<Token> reader) {
        SqlScanner scanner = new SqlScanner(sql);
        while (scanner.at < sql.length()) {
            scanner.next();
            scanner.at = reader.applyAsInt(scanner.tokens.remove(scanner.tokens.size() - 1));
        }
    }

    private void next() {
        int start = at;
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
                at++;
            }
            add(Kind.BLANK, start);
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end + 1;
            add(Kind.BLANK, start);
        } else if (sql.startsWith("/*", at)) {
            blockComment(start);
        } else if (c == '\'') {
            quoted(start, '\'', false, Kind.STRING);
        } else if (c == '"') {
            quoted(start, '"', false, Kind.QUOTED_NAME);
        } else if (c == '$') {
            dollar(start);
        } else if (isWordStart(c)) {
            word(start);
        } else if (Character.isDigit(c)) {
            while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '.')) {
                at++;
            }
            add(Kind.NUMBER, start);
        } else {
            at++;
            add(Kind.SYMBOL, start);
        }
    }

    private void blockComment(int start) {
        int depth = 0;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    add(Kind.BLANK, start);
                    return;
                }
            } else {
                at++;
            }
        }
        add(Kind.UNFINISHED, start);
    }

    private void quoted(int start, char quote, boolean escapes, Kind kind) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && escapes) {
                at = Math.min(at + 1, sql.length());
            } else if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    add(kind, start);
                    return;
                }
            }
        }
        add(Kind.UNFINISHED, start);
    }

    private void dollar(int start) {
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && (isWordStart(sql.charAt(tagEnd))
                || tagEnd > at + 1 && Character.isDigit(sql.charAt(tagEnd)))) {
            tagEnd++;
        }
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            at++;
            add(Kind.SYMBOL, start);
            return;
        }
        String tag = sql.substring(at, tagEnd + 1);
        int end = sql.indexOf(tag, tagEnd + 1);
        at = end < 0 ? sql.length() : end + tag.length();
        add(end < 0 ? Kind.UNFINISHED : Kind.STRING, start);
    }

    private void word(int start) {
        while (at < sql.length()
                && (isWordStart(sql.charAt(at)) || Character.isDigit(sql.charAt(at)) || sql.charAt(at) == '$')) {
            at++;
        }
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        char following = at < sql.length() ? sql.charAt(at) : ' ';
        if (following == '\'' && (word.equals("e") || word.equals("b") || word.equals("x") || word.equals("n"))) {
            quoted(start, '\'', word.equals("e"), Kind.STRING);
        } else if (word.equals("u") && following == '&' && at + 1 < sql.length()
                && (sql.charAt(at + 1) == '\'' || sql.charAt(at + 1) == '"')) {
            at++;
            char quote = sql.charAt(at);
            quoted(start, quote, false, quote == '"' ? Kind.QUOTED_NAME : Kind.STRING);
        } else {
            add(Kind.WORD, start);
        }
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c >= 0x80 && !Character.isWhitespace(c) && !Character.isDigit(c);
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, start, at, sql.substring(start, at)));
    }
}
