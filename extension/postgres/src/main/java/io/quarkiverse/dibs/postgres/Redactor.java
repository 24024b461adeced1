package io.quarkiverse.dibs.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords out of any text that may reach a log, an error or a page. The one place that knows where they hide. */
public final class Redactor {

    private static final String MASK = "*****";
    /**
     * {@code scheme://user:password@}: a password may hold anything but blanks, so the last {@code @} before the path ends it.
     */
    private static final Pattern IN_URL = Pattern.compile("(\\b[a-zA-Z][a-zA-Z0-9+.:-]*://[^\\s:/@]*):[^\\s/]*@");
    /** {@code password=...} in a URL's query, a conninfo string or SQL, quoted or not. */
    private static final Pattern BY_NAME = Pattern
            .compile(
                    "(?i)\\b((?:ssl)?password|pgpassword|passwd|pwd)(\\s*[=:]\\s*|\\s+(?='))(''(?!')[^']+''|'(?:[^']|'')*+'?|\"[^\"]*\"|[^\\s&;,'\"]+)");

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.:-]*://).*", Pattern.DOTALL);
    private static final Pattern KEYWORDS = Pattern.compile("(\\w+\\s*=).*", Pattern.DOTALL);

    private Redactor() {
    }

    /** The text with every password in it replaced; null stays null. */
    public static String redact(String text) {
        if (text == null) {
            return null;
        }
        return BY_NAME.matcher(IN_URL.matcher(text).replaceAll("$1:" + MASK + "@")).replaceAll("$1$2" + MASK);
    }

    /**
     * What may be shown of a text that somebody gave to name a database and that is not understood, so that nobody knows where
     * in it a password stands: only how it begins or ends.
     */
    public static String shortened(String text) {
        Matcher url = SCHEME.matcher(text);
        if (url.matches()) {
            return url.group(1) + "...";
        }
        Matcher keywords = KEYWORDS.matcher(text);
        if (keywords.matches()) {
            return keywords.group(1) + "...";
        }
        int at = text.lastIndexOf('@');
        return at < 0 ? redact(text) : "..." + text.substring(at);
    }
}
