package io.quarkiverse.dibs.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.report.SourceLinks;
import io.quarkiverse.dibs.report.TextWidth;

/**
 * Breaks lines for a terminal of a known width: between words, with what follows further in. Colours and links take no room and
 * are never broken; a word that fits nowhere is left as it is.
 */
final class Wrapped {

    private static final char ESCAPE = '\u001b';
    private static final int LEAST_WIDTH = 20;
    private static final int FURTHER_IN = 4;
    private static final Pattern NUMBERED = Pattern.compile("^\\s*(> *)?\\d+ \\| ");
    private static final char BELL = '\u0007';

    private Wrapped() {
    }

    /**
     * Each line of a text. Lines of source and SQL that have numbers stay as they are: a mark below shows a place in them.
     *
     * @param width 0 when nobody knows it
     */
    static String text(String text, int width) {
        if (width < LEAST_WIDTH || TextWidth.of(text) <= width) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            String visible = SourceLinks.visible(line);
            int indent = visible.length() - visible.stripLeading().length();
            out.append(first ? "" : "\n").append(NUMBERED.matcher(visible).find() ? line
                    : String.join("\n", lines(line, width, Math.min(width / 3, indent + FURTHER_IN))));
            first = false;
        }
        return out.toString();
    }

    /** The beginning that fits. */
    static String cut(String text, int width) {
        int used = 0;
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            used += TextWidth.of(c);
            if (used > width) {
                return text.substring(0, at);
            }
            at += Character.charCount(c);
        }
        return text;
    }

    /**
     * @param indent how far in the lines after the first one begin
     */
    static List<String> lines(String text, int width, int indent) {
        if (TextWidth.of(SourceLinks.visible(text)) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int start = 0;
        while (start < text.length()) {
            int end = endOfWord(text, start);
            String word = text.substring(start, end);
            int wide = TextWidth.of(SourceLinks.visible(word));
            int lead = lines.isEmpty() ? 0 : indent;
            if (used + TextWidth.of(SourceLinks.visible(word.stripTrailing())) > width && used > lead) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                line.append(" ".repeat(indent));
                used = indent;
                word = word.stripLeading();
                wide = TextWidth.of(SourceLinks.visible(word));
            }
            line.append(word);
            used += wide;
            start = end;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Behind the spaces that follow it. */
    private static int endOfWord(String text, int start) {
        int at = start;
        boolean seen = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ESCAPE) {
                at = endOfSequence(text, at);
                continue;
            }
            if (c == ' ') {
                if (seen && (at + 1 >= text.length() || text.charAt(at + 1) != ' ')) {
                    return at + 1;
                }
            } else {
                seen = true;
            }
            at++;
        }
        return at;
    }

    private static int endOfSequence(String text, int start) {
        boolean link = text.startsWith("]", start + 1);
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (link ? c == BELL || c == '\\' && text.charAt(at - 1) == ESCAPE : c >= '@' && c != '[') {
                return at + 1;
            }
        }
        return text.length();
    }
}
