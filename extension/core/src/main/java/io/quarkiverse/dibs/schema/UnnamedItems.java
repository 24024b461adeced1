package io.quarkiverse.dibs.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Items of a {@code SELECT} whose names nobody sees: in EXISTS and other subqueries, in the second and later parts of a UNION,
 * in the body of a function. What was written as {@code 'a'} there has no name and is printed as {@code 'a'::text}; that text,
 * read again, is named after its type and printed as {@code 'a'::text AS text} from then on: two spellings of one thing.
 */
final class UnnamedItems {

    /** What Postgres itself calls an item that has no name, and does not print where names are not seen. */
    private static final String UNNAMED = " AS \"?column?\"";
    private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")*+\")";
    private static final Pattern NAMED = Pattern.compile("(.*\\S)\\s+AS (" + NAME + ")", Pattern.DOTALL);
    private static final Pattern CAST = Pattern.compile(".*::(?:" + NAME + "\\.)*(" + NAME
            + "(?: (?:precision|varying))?)(?:\\([0-9, -]+\\))?((?: [a-z ]+(?:\\([0-9]+\\))?)?)(?:\\[\\])*", Pattern.DOTALL);
    private static final Pattern SUBQUERY = Pattern.compile("\\( ?SELECT\\s.*\\)", Pattern.DOTALL);
    private static final Pattern COLLATED = Pattern.compile("\\((.*) COLLATE (?:" + NAME + "\\.)*" + NAME + "\\)",
            Pattern.DOTALL);
    /** Names of types as they are printed, and as the catalog has them, where these are not the same. */
    private static final Map<String, String> CATALOG_NAMES = Map.ofEntries(Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"), Map.entry("smallint", "int2"), Map.entry("boolean", "bool"),
            Map.entry("real", "float4"), Map.entry("double precision", "float8"), Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"), Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"), Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"), Map.entry("time without time zone", "time"));

    private UnnamedItems() {
    }

    /** The text that Postgres, having read it, prints as this one: what has no name is called so. */
    static String kept(String sql) {
        if (!possible(sql)) {
            return sql;
        }
        StringBuilder text = new StringBuilder(sql);
        backwards(sql).filter(item -> !NAMED.matcher(item.of(sql)).matches() && nameOf(item.of(sql)).isPresent())
                .forEach(item -> text.insert(item.end(), UNNAMED));
        return text.toString();
    }

    /** The text without the names that Postgres gives by itself when it reads its own text. */
    static String withoutGivenNames(String sql) {
        if (!possible(sql)) {
            return sql;
        }
        StringBuilder text = new StringBuilder(sql);
        backwards(sql).forEach(item -> {
            Matcher named = NAMED.matcher(item.of(sql));
            if (named.matches() && givenName(item.of(sql)).isPresent()) {
                text.delete(item.begin() + named.end(1), item.end());
            }
        });
        return text.toString();
    }

    /** The name of an item that Postgres gives by itself, whether it is there or left out. */
    private static Optional<String> givenName(String item) {
        Matcher named = NAMED.matcher(item);
        return named.matches() ? nameOf(named.group(1)).filter(unquoted(named.group(2))::equals) : nameOf(item);
    }

    private static boolean possible(String sql) {
        return sql.contains("SELECT");
    }

    private static Stream<SelectItems.Item> backwards(String sql) {
        List<SelectItems.Item> items = SelectItems.of(sql);
        return items.stream().sorted(Comparator.comparingInt(SelectItems.Item::end).reversed());
    }

    /** What Postgres names this when it reads it, if that comes from a type. */
    private static Optional<String> nameOf(String item) {
        if (SUBQUERY.matcher(item).matches()) {
            // a subquery is called like its first column
            return SelectItems.of(item).stream().min(Comparator.comparingInt(SelectItems.Item::begin))
                    .flatMap(first -> givenName(first.of(item)));
        }
        Matcher collated = COLLATED.matcher(item);
        if (collated.matches()) {
            return nameOf(collated.group(1));
        }
        if (item.equals("true") || item.equals("false")) {
            return Optional.of("bool");
        }
        Matcher cast = CAST.matcher(item);
        if (!cast.matches()) {
            return Optional.empty();
        }
        String type = cast.group(1);
        boolean ofTime = type.equals("timestamp") || type.equals("time");
        return Optional.of(CATALOG_NAMES.getOrDefault(ofTime ? type + cast.group(2) : type, unquoted(type)));
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
