package io.quarkiverse.dibs.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.Expression;

/** Small changes to texts that Postgres printed: parentheses around, a semicolon off, OR REPLACE in or out. */
final class Texts {

    private static final Pattern CREATE = Pattern.compile("\\ACREATE\\s+(OR\\s+REPLACE\\s+)?", Pattern.CASE_INSENSITIVE);

    private Texts() {
    }

    /** The expression in exactly one pair of parentheses where that is certain, in one more otherwise. */
    static String parenthesized(Expression expression) {
        String sql = expression.sqlToRead();
        return isWrapped(sql) ? sql : "(" + sql + ")";
    }

    /** A statement or query without the semicolon at its end. */
    static String statement(Expression expression) {
        return withoutSemicolon(expression.sqlToRead());
    }

    private static String withoutSemicolon(String text) {
        String sql = text;
        while (sql.endsWith(";")) {
            sql = sql.substring(0, sql.length() - 1).stripTrailing();
        }
        return sql;
    }

    /** The definition as one that must not find the object there. */
    static String create(Expression definition) {
        return head(statement(definition), "CREATE ");
    }

    /** The definition as one that takes the place of the object. */
    static String createOrReplace(Expression definition) {
        return head(statement(definition), "CREATE OR REPLACE ");
    }

    private static String head(String definition, String verb) {
        Matcher matcher = CREATE.matcher(definition);
        return matcher.replaceFirst(verb);
    }

    private static boolean isWrapped(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")") || sql.contains("$") || sql.contains("\\") || sql.contains("--")
                || sql.contains("/*")) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i == sql.length() - 1;
            }
        }
        return false;
    }
}
