package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * The statement of a backfill as the two that are sent. {@code :upTo} and {@code :after} become parameters; in the first batch,
 * which has no lower end, {@code > :after} becomes {@code IS NOT NULL}, which holds for every key.
 *
 * @param first takes the upper ends as {@code $1} and so on
 * @param following takes the upper ends and then the lower ends
 */
record BackfillSql(String first, String following) {

    private static final Pattern LOWER_END = Pattern.compile(">\\s*:after\\b");
    private static final Pattern UPPER_END = Pattern.compile("(?<!:):upTo\\b");
    private static final Pattern ANY_AFTER = Pattern.compile("(?<!:):after\\b");
    /** What looks like code but is none: strings, quoted names, dollar quotes and comments. */
    private static final Pattern QUOTED = Pattern.compile("""
            (?:\\b[eE]'(?:[^'\\\\]|\\\\.|'')*+')|(?:'(?:[^']|'')*+')|(?:"(?:[^"]|"")*+")|(?:\\$(\\w*)\\$.*?\\$\\1\\$)\
            |(?:--[^\\n]*)|(?:/\\*.*?\\*/)""", Pattern.DOTALL);

    /**
     * @param types the types of the key columns
     * @throws DibsException DIBS-0642 when the statement does not keep to the batch
     */
    static BackfillSql of(String sql, List<String> types) {
        String upTo = parameters(types, 1);
        String after = parameters(types, 1 + types.size());
        StringBuilder first = new StringBuilder();
        StringBuilder following = new StringBuilder();
        boolean upper = false;
        boolean lower = false;
        for (Piece piece : pieces(sql)) {
            if (!piece.code) {
                first.append(piece.text);
                following.append(piece.text);
                continue;
            }
            upper |= UPPER_END.matcher(piece.text).find();
            lower |= LOWER_END.matcher(piece.text).find();
            String bounded = UPPER_END.matcher(piece.text).replaceAll(Matcher.quoteReplacement(upTo));
            String open = LOWER_END.matcher(bounded).replaceAll("IS NOT NULL");
            if (ANY_AFTER.matcher(open).find()) {
                throw unbounded(sql, ":after stands only after > in it");
            }
            first.append(open);
            following.append(LOWER_END.matcher(bounded).replaceAll(Matcher.quoteReplacement("> " + after)));
        }
        if (!upper || !lower) {
            throw unbounded(sql, "it lacks " + (lower ? "<= :upTo" : "> :after"));
        }
        return new BackfillSql(first.toString(), following.toString());
    }

    /** {@code ($1::text::bigint, $2::text::uuid)}: keys travel as text, so that a checkpoint can hold any of them. */
    static String parameters(List<String> types, int firstNumber) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            all.add("$" + (firstNumber + i) + "::text::" + types.get(i));
        }
        return "(" + String.join(", ", all) + ")";
    }

    private static DibsException unbounded(String sql, String why) {
        return new DibsException(
                Problem.of("DIBS-0642", Category.BUILD, "the statement of a backfill must keep to its batch: " + why)
                        .remedy("Write ... WHERE key > :after AND key <= :upTo, and (a, b) for a key of several columns.")
                        .server(null, sql, 0, null, null));
    }

    private static List<Piece> pieces(String sql) {
        List<Piece> pieces = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(sql);
        int end = 0;
        while (quoted.find()) {
            pieces.add(new Piece(sql.substring(end, quoted.start()), true));
            pieces.add(new Piece(quoted.group(), false));
            end = quoted.end();
        }
        pieces.add(new Piece(sql.substring(end), true));
        return pieces;
    }

    private record Piece(String text, boolean code) {
    }
}
