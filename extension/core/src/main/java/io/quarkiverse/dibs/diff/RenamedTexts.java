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

    /**
     * @param names former to present name, both unquoted
     */
    static String replace(String sql, Map<String, String> names) {
        if (names.isEmpty()) {
            return sql;
        }
        Matcher matcher = TOKEN.matcher(sql);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String token = matcher.group();
            String replacement = token;
            if (matcher.group("regclass") != null) {
                replacement = "'" + replace(matcher.group("regclass"), names) + "'::regclass";
            } else if (token.charAt(0) == '"') {
                replacement = renamed(token.substring(1, token.length() - 1).replace("\"\"", "\""), token, names);
            } else if (token.charAt(0) != '\'' && token.charAt(0) != '$') {
                replacement = renamed(token, token, names);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(out).toString();
    }

    private static String renamed(String name, String token, Map<String, String> names) {
        String present = names.get(name);
        return present == null ? token : Identifiers.quote(present);
    }
}
