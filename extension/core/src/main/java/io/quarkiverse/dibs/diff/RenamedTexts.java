package io.quarkiverse.dibs.diff;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Replaces identifiers in a piece of SQL, leaving strings alone. Only used to foresee what Postgres will print after a rename:
 * a wrong guess costs a needless rebuild of the object, never a missed change, because the end is compared again on the server.
 */
final class RenamedTexts {

    /** String constants, dollar quotes, quoted identifiers and words; everything else passes through. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?<regclass>(?:[^']|'')*+)'::regclass|'(?:[^']|'')*+'|\\$(?<tag>[A-Za-z_]*)\\$.*?\\$\\k<tag>\\$|\"(?:[^\"]|\"\")*+\"|[A-Za-z_\\u0080-\\uffff][A-Za-z0-9_$\\u0080-\\uffff]*",
            Pattern.DOTALL);

    private RenamedTexts() {
    }

    /** A name with its schema, both unquoted. */
    record Qualified(String schema, String name) {
    }

    /**
     * @param names former to present name, both unquoted
     */
    static String replace(String sql, Map<String, String> names) {
        return replace(sql, names, Map.of());
    }

    /**
     * @param names former to present name, both unquoted
     * @param qualified the same of what goes from one schema to another, which says nothing of what else is in the schema
     */
    static String replace(String sql, Map<String, String> names, Map<Qualified, Qualified> qualified) {
        if (names.isEmpty() && qualified.isEmpty()) {
            return sql;
        }
        Matcher matcher = TOKEN.matcher(sql);
        StringBuilder out = new StringBuilder();
        Matcher following = TOKEN.matcher(sql);
        String second = null;
        while (matcher.find()) {
            String token = matcher.group();
            String replacement = token;
            if (matcher.group("regclass") != null) {
                replacement = "'" + replace(matcher.group("regclass"), names, qualified) + "'::regclass";
            } else if (second != null) {
                replacement = Identifiers.quote(second);
                second = null;
            } else if (isName(token)) {
                Qualified present = qualified.isEmpty() ? null : qualified.get(pair(sql, matcher, following));
                replacement = present != null ? Identifiers.quote(present.schema()) : renamed(token, names);
                second = present != null ? present.name() : null;
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(out).toString();
    }

    /** The name and the one that a dot joins to it. */
    private static Qualified pair(String sql, Matcher first, Matcher following) {
        int dot = first.end();
        boolean joined = dot + 1 < sql.length() && sql.charAt(dot) == '.'
                && following.region(dot + 1, sql.length()).lookingAt() && isName(following.group());
        return new Qualified(unquoted(first.group()), joined ? unquoted(following.group()) : "");
    }

    private static boolean isName(String token) {
        return token.charAt(0) != '\'' && token.charAt(0) != '$';
    }

    private static String unquoted(String token) {
        return token.charAt(0) == '"' ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }

    private static String renamed(String token, Map<String, String> names) {
        String present = names.get(unquoted(token));
        return present == null ? token : Identifiers.quote(present);
    }
}
