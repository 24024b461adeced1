package io.quarkiverse.dibs.cli.tui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL as lines with its keywords, texts and comments apart; a guess that is good enough to read by. */
public final class SqlLines {

    private static final Pattern TOKEN = Pattern
            .compile("(?<comment>--.*)|(?<text>'(?:[^']|'')*+')|(?<name>\"[^\"]*\")|(?<keyword>\\b[A-Z]{2,}\\b)");

    private SqlLines() {
    }

    /** Each line, behind some indentation. */
    public static List<Styled> of(String sql, int indent) {
        List<Styled> lines = new ArrayList<>();
        sql.stripTrailing().lines().forEach(line -> lines.add(Styled.of(" ".repeat(indent)).plus(line(line))));
        return lines;
    }

    private static Styled line(String line) {
        Styled styled = Styled.EMPTY;
        Matcher token = TOKEN.matcher(line);
        int at = 0;
        while (token.find()) {
            Tone tone = token.group("comment") != null ? Tone.FAINT
                    : token.group("text") != null ? Tone.CREATED : token.group("keyword") != null ? Tone.KEYWORD : Tone.PLAIN;
            styled = styled.plus(line.substring(at, token.start())).plus(tone, token.group());
            at = token.end();
        }
        return styled.plus(line.substring(at));
    }
}
