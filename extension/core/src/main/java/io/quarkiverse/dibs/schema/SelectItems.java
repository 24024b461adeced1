package io.quarkiverse.dibs.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds what stands between the commas of each {@code SELECT} of a text, at whatever depth. */
final class SelectItems {

    /** Reserved words, so that a name that is spelled like one stands in quotes. */
    private static final Set<String> ENDS_LIST = Set.of("FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT",
            "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");
    private static final int NONE = -1;

    private final String sql;
    private final List<Item> found = new ArrayList<>();
    /** Where the item begins that is being read, one entry for each open parenthesis or bracket and one for the text. */
    private final Deque<Integer> begins = new ArrayDeque<>(List.of(NONE));
    private String wordBefore = "";

    private SelectItems(String sql) {
        this.sql = sql;
    }

    /** Where an item begins and ends, without the blanks around it. */
    record Item(int begin, int end) {

        String of(String sql) {
            return sql.substring(begin, end);
        }
    }

    /** The items of all lists, in the order of their ends. */
    static List<Item> of(String sql) {
        SelectItems items = new SelectItems(sql);
        items.find();
        return items.found;
    }

    private void find() {
        int i = 0;
        while (i < sql.length()) {
            int quotedEnd = QuotedText.end(sql, i);
            char c = sql.charAt(i);
            if (quotedEnd > i) {
                i = quotedEnd;
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = i;
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                word(sql.substring(i, end), i, end);
                i = end;
            } else {
                sign(c, i++);
            }
        }
        ends(sql.length());
    }

    private void word(String word, int at, int behind) {
        boolean within = word.equals("GROUP") && wordBefore.equals("WITHIN");
        if (word.equals("SELECT")) {
            ends(at);
            begin(behind);
        } else if (ENDS_LIST.contains(word) && !within) {
            ends(at);
        }
        wordBefore = word;
    }

    private void sign(char sign, int at) {
        switch (sign) {
            case '(', '[' -> begins.push(NONE);
            case ')', ']' -> {
                ends(at);
                if (begins.size() > 1) {
                    begins.pop();
                }
            }
            case ',' -> {
                if (begins.peek() != NONE) {
                    ends(at);
                    begin(at + 1);
                }
            }
            case ';' -> ends(at);
            default -> {
                // part of an item or of none
            }
        }
    }

    private void begin(int at) {
        begins.pop();
        begins.push(at);
    }

    private void ends(int at) {
        int begin = begins.pop();
        begins.push(NONE);
        if (begin == NONE) {
            return;
        }
        int from = begin;
        int to = at;
        while (from < to && Character.isWhitespace(sql.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(sql.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            found.add(new Item(from, to));
        }
    }
}
