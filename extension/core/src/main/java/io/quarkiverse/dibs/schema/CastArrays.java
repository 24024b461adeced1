package io.quarkiverse.dibs.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arrays that are cast as a whole. Postgres prints {@code (ARRAY[1, 2])::bigint[]} once and, when it reads that text again,
 * prints each element cast by itself from then on, {@code ARRAY[(1)::bigint, (2)::bigint]}: two spellings of one thing.
 * Statistics are printed without the parentheses. Quoted texts and bodies stay as they are.
 */
final class CastArrays {

    private static final String ARRAY = "ARRAY[";
    private static final String TYPE = "((?:[a-z_][a-z_0-9 ]*|\"[^\"]+\"|\\.)+(?:\\([0-9, ]+\\))?)";
    private static final Pattern CAST = Pattern.compile("\\G::" + TYPE + "\\[\\]");
    private static final Pattern TYPED = Pattern.compile(".*::" + TYPE, Pattern.DOTALL);

    private final String sql;
    /** What comes out in place of the text of an array: of its elements and the element type of its cast. */
    private final BiFunction<List<String>, Form, String> written;

    private CastArrays(String sql, BiFunction<List<String>, Form, String> written) {
        this.sql = sql;
        this.written = written;
    }

    /** How an array is cast, and whether the parentheses stand around it that Postgres prints except in statistics. */
    private record Form(String type, boolean parenthesized) {
    }

    /** The text that Postgres, having read it, prints as this one, as far as the elements say their type. */
    static String kept(String sql) {
        return of(sql, (elements, form) -> {
            String array = ARRAY + String.join(", ", elements) + "]";
            String inner = elements.stream().map(CastArrays::typeOf).flatMap(Optional::stream).findFirst()
                    .map(type -> "::" + type + "[]").orElse("");
            if (!form.parenthesized()) {
                return array + inner + "::" + form.type() + "[]";
            }
            return (inner.isEmpty() ? "(" + array : "((" + array + ")" + inner) + ")::" + form.type() + "[]";
        });
    }

    /** The text as Postgres prints it once it has read its own. */
    static String oneByOne(String sql) {
        return of(sql, (elements, form) -> elements.stream()
                .map(element -> form.parenthesized() ? "(" + element + ")::" + form.type() : element + "::" + form.type())
                .collect(Collectors.joining(", ", ARRAY, "]")));
    }

    private static String of(String sql, BiFunction<List<String>, Form, String> written) {
        return sql.contains(ARRAY) ? new CastArrays(sql, written).text() : sql;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < sql.length()) {
            int end = QuotedText.end(sql, i);
            if (end == i) {
                end = sql.startsWith("(" + ARRAY, i) ? array(i, true, text)
                        : sql.startsWith(ARRAY, i) ? array(i, false, text) : i;
            } else {
                text.append(sql, i, end);
            }
            if (end == i) {
                text.append(sql.charAt(i));
                end++;
            }
            i = end;
        }
        return text.toString();
    }

    /** Writes the array that begins here and tells where it ends, or does nothing when it is not cast. */
    private int array(int at, boolean parenthesized, StringBuilder text) {
        List<String> elements = new ArrayList<>();
        int end = elements(at + ARRAY.length() + (parenthesized ? 1 : 0), elements);
        if (parenthesized && !sql.startsWith(")", end)) {
            return at;
        }
        Matcher cast = CAST.matcher(sql);
        if (elements.isEmpty() || !cast.find(parenthesized ? end + 1 : end)) {
            return at;
        }
        List<String> inner = elements.stream().map(element -> of(element, written)).toList();
        text.append(written.apply(inner, new Form(cast.group(1), parenthesized)));
        return cast.end();
    }

    /** The elements up to the bracket that closes the array; answers where it is past that. */
    private int elements(int from, List<String> elements) {
        int depth = 0;
        int begin = from;
        int i = from;
        while (i < sql.length()) {
            int end = QuotedText.end(sql, i);
            if (end > i) {
                i = end;
                continue;
            }
            char c = sql.charAt(i);
            if (depth == 0 && (c == ',' || c == ']')) {
                if (i > begin) {
                    elements.add(sql.substring(begin, i).strip());
                }
                begin = i + 1;
                if (c == ']') {
                    return i + 1;
                }
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            i++;
        }
        elements.clear();
        return i;
    }

    private static Optional<String> typeOf(String element) {
        if (element.matches("[0-9]+")) {
            return Optional.of("integer");
        }
        if (element.matches("[0-9]*\\.[0-9]+")) {
            return Optional.of("numeric");
        }
        Matcher typed = TYPED.matcher(element);
        return typed.matches() ? Optional.of(typed.group(1)) : Optional.empty();
    }
}
