package io.quarkiverse.dibs.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.Expression;

/**
 * Whether a default can be other for each row, so that Postgres writes a table anew to fill a new column. Knows the functions
 * that are the same all through a statement; of any other it assumes that it is not.
 */
final class Volatility {

    private static final Set<String> STABLE = Set.of("now", "transaction_timestamp", "statement_timestamp", "current_setting",
            "timezone", "date_trunc", "date_part", "to_timestamp", "to_date", "to_char", "make_interval", "make_date", "age",
            "lower", "upper", "md5", "sha256", "encode", "decode", "concat", "coalesce", "nullif", "greatest", "least", "round",
            "abs", "floor", "ceil", "power", "length", "replace", "jsonb_build_object", "jsonb_build_array",
            "json_build_object", "json_build_array", "to_json", "to_jsonb", "cast", "row", "extract", "array",
            // a word with brackets that is a type
            "varchar", "varying", "char", "character", "numeric", "decimal", "bit", "timestamp", "timestamptz", "time",
            "interval",
            // operators and words of the language
            "and", "or", "not", "in", "case", "when", "then", "else", "is");
    private static final Pattern CALL = Pattern.compile("([\\w$\"]+)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*+'");

    private Volatility() {
    }

    static boolean isVolatile(Expression expression) {
        String sql = LITERAL.matcher(expression.sql()).replaceAll("''").toLowerCase(Locale.ROOT);
        Matcher call = CALL.matcher(sql);
        while (call.find()) {
            if (!STABLE.contains(call.group(1))) {
                return true;
            }
        }
        return false;
    }
}
