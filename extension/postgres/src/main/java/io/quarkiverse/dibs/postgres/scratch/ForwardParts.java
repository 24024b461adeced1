package io.quarkiverse.dibs.postgres.scratch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way forward among files of migrations. Tools for these keep the way back beside it, in a file of another name or behind a
 * line of comment; run with the rest, it would take everything away again.
 */
final class ForwardParts {

    /** {@code 1_users.down.sql} beside {@code 1_users.up.sql}. */
    private static final Pattern DOWN = Pattern.compile("(?i)(.*)\\.down\\.sql");
    /** {@code U1__users.sql} beside {@code V1__users.sql}. */
    private static final Pattern UNDO = Pattern.compile("U(\\d[\\d._]*?)__.*\\.(?i:sql)");
    /** Folders beside {@code deploy}. */
    private static final List<String> BESIDE_DEPLOY = List.of("revert", "verify");
    private static final Pattern MARK = Pattern.compile(
            "(?im)^--[ \\t]*(?:migrate:(?<a>up|down)|\\+goose[ \\t]+(?<b>up|down)|\\+migrate[ \\t]+(?<c>up|down))\\b.*$");

    private ForwardParts() {
    }

    /** Whether the file is the way back of another one that was found. */
    static boolean isWayBack(Path file, List<Path> found) {
        String name = file.getFileName().toString();
        Matcher down = DOWN.matcher(name);
        if (down.matches()) {
            return found.stream().anyMatch(other -> isBeside(file, other)
                    && other.getFileName().toString().equalsIgnoreCase(down.group(1) + ".up.sql"));
        }
        Matcher undo = UNDO.matcher(name);
        if (undo.matches()) {
            return found.stream().anyMatch(other -> isBeside(file, other)
                    && other.getFileName().toString().startsWith("V" + undo.group(1) + "__"));
        }
        Path folder = file.getParent();
        return folder != null && folder.getFileName() != null && BESIDE_DEPLOY.contains(folder.getFileName().toString())
                && found.contains(folder.resolveSibling("deploy").resolve(name));
    }

    private static boolean isBeside(Path one, Path other) {
        return one.resolveSibling("x").equals(other.resolveSibling("x"));
    }

    /** The file with blanks for the parts that are the way back, so that everything else stays where it is. */
    static SqlFile of(SqlFile file, Collection<String> leftOut) {
        Matcher mark = MARK.matcher(file.text());
        StringBuilder text = null;
        int back = -1;
        while (mark.find()) {
            String way = mark.group("a") != null ? mark.group("a")
                    : mark.group("b") != null ? mark.group("b") : mark.group("c");
            if (back >= 0) {
                blank(text, back, mark.start());
                back = -1;
            }
            if (way.equalsIgnoreCase("down")) {
                text = text == null ? new StringBuilder(file.text()) : text;
                back = mark.end();
                leftOut.add(file.at(mark.start()));
            }
        }
        if (back >= 0) {
            blank(text, back, text.length());
        }
        return text == null ? file : new SqlFile(file.name(), text.toString());
    }

    /** Keeps the lines. */
    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
