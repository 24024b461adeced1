package io.quarkiverse.dibs.processor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.quarkiverse.dibs.processor.SourceMetadata.Position;

/** The text of a Java file: where names stand in it, and its checksum. Line ends may be LF, CRLF or CR. */
final class SourceText {

    private final String text;

    SourceText(CharSequence text) {
        this.text = text.toString();
    }

    /** The checksum of the text with LF line ends, so that a checkout with others has the same. */
    String sha256() {
        try {
            byte[] bytes = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Position at(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, offset - lineStart + 1);
    }

    /** Where the name stands as a word of its own, outside of comments and strings; -1 when it does not. */
    int find(String name, int from, int to) {
        int i = from;
        while (i < to) {
            int next = afterComment(i);
            if (next == i) {
                next = afterLiteral(i);
            }
            if (next == i && Character.isJavaIdentifierStart(text.charAt(i))) {
                next = afterIdentifier(i);
                if (text.startsWith(name, i) && next - i == name.length()) {
                    return i;
                }
            }
            i = next == i ? i + 1 : next;
        }
        return -1;
    }

    private int afterComment(int start) {
        if (text.startsWith("//", start)) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }
        return text.startsWith("/*", start) ? after("*/", start + 2) : start;
    }

    private int afterLiteral(int start) {
        char quote = text.charAt(start);
        if (quote != '"' && quote != '\'') {
            return start;
        }
        String delimiter = text.startsWith("\"\"\"", start) ? "\"\"\"" : String.valueOf(quote);
        int end = start + delimiter.length();
        while (end < text.length() && !text.startsWith(delimiter, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + delimiter.length());
    }

    private int afterIdentifier(int start) {
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int after(String mark, int start) {
        int found = text.indexOf(mark, start);
        return found < 0 ? text.length() : found + mark.length();
    }
}
