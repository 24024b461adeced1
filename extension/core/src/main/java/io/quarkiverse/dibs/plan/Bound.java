package io.quarkiverse.dibs.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows a partition takes, read from the text of {@code pg_get_expr(relpartbound)} (manual, CREATE TABLE, PARTITION OF),
 * so
 * far as that can be compared without the server: values of an unknown order are never said to overlap or to contain others.
 *
 * @param from for a list its values, for hashes modulus and remainder
 * @param to the upper end of a range, else empty
 */
record Bound(Bound.Kind kind, List<String> from, List<String> to) {

    /** The strategies of {@code PARTITION BY}, and the partition for what no other takes. */
    enum Kind {
        LIST,
        RANGE,
        HASH,
        DEFAULT,
        UNKNOWN
    }

    private static final String VALUES = "((?:[^()']|'(?:[^']|'')*+')*+)";
    private static final Pattern IN = Pattern.compile("^FOR VALUES IN \\(" + VALUES + "\\)$", Pattern.DOTALL);
    private static final Pattern FROM_TO = Pattern.compile("^FOR VALUES FROM \\(" + VALUES + "\\) TO \\(" + VALUES + "\\)$",
            Pattern.DOTALL);
    private static final Pattern WITH = Pattern.compile("^FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)$");
    private static final Pattern VALUE = Pattern.compile("\\G\\s*+('(?:[^']|'')*+'|[^,']++)(?:,|$)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    /** Dates and times as Postgres prints them in ISO style: of equal length they are in the order of their texts. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d:\\d\\d([+-]\\d\\d)?)?");

    static Bound of(String text) {
        if (text.equals("DEFAULT")) {
            return new Bound(Kind.DEFAULT, List.of(), List.of());
        }
        Matcher in = IN.matcher(text);
        if (in.matches()) {
            return new Bound(Kind.LIST, values(in.group(1)), List.of());
        }
        Matcher range = FROM_TO.matcher(text);
        if (range.matches()) {
            return new Bound(Kind.RANGE, values(range.group(1)), values(range.group(2)));
        }
        Matcher with = WITH.matcher(text);
        return with.matches() ? new Bound(Kind.HASH, List.of(with.group(1), with.group(2)), List.of())
                : new Bound(Kind.UNKNOWN, List.of(), List.of());
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            String each = value.group(1).strip();
            values.add(each.startsWith("'") ? each.substring(1, each.length() - 1).replace("''", "'") : each);
        }
        return values;
    }

    /** Whether a row can belong to either; a DEFAULT one is taken to share rows with every other. */
    boolean overlaps(Bound other) {
        if (kind == Kind.DEFAULT || other.kind == Kind.DEFAULT) {
            return true;
        }
        if (kind != other.kind) {
            return false;
        }
        return switch (kind) {
            case LIST -> !Collections.disjoint(from, other.from);
            case HASH -> {
                int common = gcd(Integer.parseInt(from.get(0)), Integer.parseInt(other.from.get(0)));
                yield (Integer.parseInt(from.get(1)) - Integer.parseInt(other.from.get(1))) % common == 0;
            }
            case RANGE -> from.equals(other.from) || to.equals(other.to)
                    || isBefore(from, other.to) && isBefore(other.from, to);
            default -> false;
        };
    }

    /** Whether every row of the other surely belongs to this one. */
    boolean contains(Bound other) {
        if (kind != other.kind) {
            return false;
        }
        return switch (kind) {
            case LIST -> from.containsAll(other.from);
            case HASH -> {
                int modulus = Integer.parseInt(from.get(0));
                yield Integer.parseInt(other.from.get(0)) % modulus == 0
                        && Integer.parseInt(other.from.get(1)) % modulus == Integer.parseInt(from.get(1));
            }
            case RANGE -> (from.equals(other.from) || isBefore(from, other.from))
                    && (to.equals(other.to) || isBefore(other.to, to));
            default -> false;
        };
    }

    private static int gcd(int one, int other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private static boolean isBefore(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            Boolean before = isBefore(one.get(i), other.get(i));
            if (before == null || before) {
                return before != null;
            }
            if (!one.get(i).equals(other.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** @return null where the order of the two is not known */
    private static Boolean isBefore(String one, String other) {
        if (one.equals(other)) {
            return false;
        } else if (one.equals("MINVALUE") || other.equals("MAXVALUE")) {
            return true;
        } else if (other.equals("MINVALUE") || one.equals("MAXVALUE")) {
            return false;
        } else if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) < 0;
        }
        Matcher time = TIME.matcher(one);
        Matcher otherTime = TIME.matcher(other);
        boolean alike = time.matches() && otherTime.matches() && one.length() == other.length()
                && Objects.equals(time.group(1), otherTime.group(1));
        return alike ? one.compareTo(other) < 0 : null;
    }
}
