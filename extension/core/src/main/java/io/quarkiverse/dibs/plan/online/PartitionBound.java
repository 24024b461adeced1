package io.quarkiverse.dibs.plan.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What the rows of a partition have to fulfil, as Postgres makes it of the bound and the key: for a list, and for a range over
 * one column. Pure.
 */
public final class PartitionBound {

    private static final String VALUE = "NULL|MINVALUE|MAXVALUE|true|false|'(?:[^']|'')*+'|[0-9][0-9.eE+-]*";
    private static final Pattern FROM_TO = Pattern.compile("^FOR VALUES FROM \\((" + VALUE + ")\\) TO \\((" + VALUE + ")\\)$");
    private static final Pattern IN = Pattern.compile("^FOR VALUES IN \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern LISTED = Pattern.compile("\\G(" + VALUE + ")(?:, |$)");

    private PartitionBound() {
    }

    /** Empty where it cannot be said in SQL. */
    public static Optional<String> condition(PartitionKey key, String bound) {
        if (!key.plain() || key.columns().size() != 1) {
            return Optional.empty();
        }
        String column = Identifiers.quote(key.columns().get(0));
        return key.isRange() ? range(column, bound) : list(column, bound);
    }

    private static Optional<String> range(String column, String bound) {
        Matcher ends = FROM_TO.matcher(bound);
        if (!ends.matches()) {
            return Optional.empty();
        }
        String condition = column + " IS NOT NULL";
        if (!ends.group(1).equals("MINVALUE")) {
            condition += " AND " + column + " >= " + literal(ends.group(1));
        }
        if (!ends.group(2).equals("MAXVALUE")) {
            condition += " AND " + column + " < " + literal(ends.group(2));
        }
        return Optional.of(condition);
    }

    private static Optional<String> list(String column, String bound) {
        Matcher all = IN.matcher(bound);
        if (!all.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        boolean withNull = false;
        Matcher listed = LISTED.matcher(all.group(1));
        int end = 0;
        while (end < all.group(1).length() && listed.find()) {
            if (listed.group(1).equals("NULL")) {
                withNull = true;
            } else {
                values.add(literal(listed.group(1)));
            }
            end = listed.end();
        }
        if (end != all.group(1).length()) {
            return Optional.empty();
        }
        String equal = values.size() == 1 ? column + " = " + values.get(0)
                : column + " IN (" + String.join(", ", values) + ")";
        if (values.isEmpty()) {
            return Optional.of(column + " IS NULL");
        }
        return Optional.of(withNull ? "(" + column + " IS NULL OR " + equal + ")" : column + " IS NOT NULL AND " + equal);
    }

    /** In quotes a value takes the type of the column, as it does in a bound. */
    private static String literal(String value) {
        return value.startsWith("'") ? value : "'" + value + "'";
    }
}
