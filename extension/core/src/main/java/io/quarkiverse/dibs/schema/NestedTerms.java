package io.quarkiverse.dibs.schema;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Conditions that Postgres prints nested and, when it reads that text again, prints flat from then on. What was written as
 * {@code a BETWEEN 1 AND 5 AND b} is printed as {@code (((a >= 1) AND (a <= 5)) AND b)}; read from there it is
 * {@code ((a >= 1) AND (a <= 5) AND b)}: two spellings of one thing. Only the first term is joined that way, to an AND in an
 * AND
 * or to an OR in an OR; quoted texts and bodies stay as they are.
 */
final class NestedTerms {

    private final String sql;
    private final Deque<Group> open = new ArrayDeque<>();
    /** Where the nested first terms begin and end. */
    private final SortedMap<Integer, Integer> nested = new TreeMap<>();

    private NestedTerms(String sql) {
        this.sql = sql;
    }

    /** What stands in a pair of parentheses: its operator, and its first term if that stands in parentheses too. */
    private static final class Group {

        private final int begin;
        private int end;
        private String operator = "";
        private Group first;

        private Group(int begin) {
            this.begin = begin;
        }
    }

    /** The text that Postgres, having read it, prints nested: a cast that changes nothing holds the first term together. */
    static String kept(String sql) {
        StringBuilder text = new StringBuilder(sql);
        of(sql).nested.values().stream().sorted(Comparator.reverseOrder())
                .forEach(end -> text.insert(end + 1, "::boolean"));
        return text.toString();
    }

    /** The text as Postgres prints it when it was read nested. */
    static String flat(String sql) {
        StringBuilder text = new StringBuilder(sql);
        SortedSet<Integer> parentheses = new TreeSet<>(Comparator.reverseOrder());
        of(sql).nested.forEach((begin, end) -> parentheses.addAll(List.of(begin, end)));
        parentheses.forEach(text::deleteCharAt);
        return text.toString();
    }

    private static NestedTerms of(String sql) {
        NestedTerms terms = new NestedTerms(sql);
        boolean possible = sql.contains("((") && (sql.contains(" AND ") || sql.contains(" OR "));
        if (possible) {
            terms.find();
        }
        return terms;
    }

    private void find() {
        Group whole = new Group(-1);
        open.push(whole);
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int quotedEnd = QuotedText.end(sql, i);
            if (quotedEnd > i) {
                i = quotedEnd;
            } else if (c == '(') {
                open.push(new Group(i++));
            } else if (c == ')') {
                close(i++);
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = i;
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                word(sql.substring(i, end), i);
                i = end;
            } else {
                i++;
            }
        }
        judge(whole);
    }

    private void word(String word, int at) {
        if (!word.equals("AND") && !word.equals("OR")) {
            return;
        }
        Group group = open.peek();
        boolean another = !group.operator.isEmpty() && !group.operator.equals(word);
        boolean behindFirst = group.operator.isEmpty()
                && (group.first == null || !sql.substring(group.first.end + 1, at).isBlank());
        if (another || behindFirst) {
            group.first = null;
        }
        group.operator = another ? "both" : word;
    }

    private void close(int end) {
        if (open.size() == 1) {
            return;
        }
        Group group = open.pop();
        group.end = end;
        judge(group);
        Group around = open.peek();
        if (around.operator.isEmpty() && around.first == null && sql.substring(around.begin + 1, group.begin).isBlank()) {
            around.first = group;
        }
    }

    private void judge(Group group) {
        if (group.first != null && !group.operator.isEmpty() && group.operator.equals(group.first.operator)) {
            nested.put(group.first.begin, group.first.end);
        }
    }
}
