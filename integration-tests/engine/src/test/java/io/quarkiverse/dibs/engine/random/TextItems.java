package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Collations, conversions, and dictionaries and configurations of text search. */
final class TextItems {

    private final Draw draw;
    private final Items items;

    TextItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
    }

    Item make(Kind kind, String key) {
        return switch (kind) {
            case COLLATION -> alone(kind, key, "CREATE COLLATION " + key + " " + draw.oneOf("(provider = icu, locale = 'de')",
                    "(provider = icu, locale = 'und-u-ks-level2', deterministic = false)", "(locale = 'C')", "FROM \"POSIX\""));
            case CONVERSION -> alone(kind, key, "CREATE CONVERSION " + key + draw.oneOf(
                    " FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", " FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1"));
            case DICTIONARY -> alone(kind, key, "CREATE TEXT SEARCH DICTIONARY " + key + " (TEMPLATE = simple"
                    + draw.oneOf("", ", accept = false", ", accept = true, stopwords = english") + ")");
            default -> alone(kind, key, "CREATE TEXT SEARCH CONFIGURATION " + key + draw.oneOf(" (COPY = pg_catalog.simple)",
                    " (COPY = pg_catalog.english)", " (PARSER = pg_catalog.\"default\")"));
        };
    }

    private static Item alone(Kind kind, String key, String sql) {
        return Item.alone(key, kind, "", List.of(), Set.of(), sql);
    }

    /** What a configuration does with the words of one sort. */
    Item mapping(Item configuration, Item present) {
        List<Item> dictionaries = items.all(Kind.DICTIONARY);
        if (configuration.kind() != Kind.CONFIGURATION || dictionaries.isEmpty()) {
            return null;
        }
        String sort = present == null ? draw.oneOf("asciiword", "word", "url") : present.name();
        Item dictionary = draw.oneOf(dictionaries);
        String head = "ALTER TEXT SEARCH CONFIGURATION " + configuration.name();
        return Item.part(configuration.key(), Kind.MAPPING, sort, Set.of(dictionary.key()), head
                + " DROP MAPPING IF EXISTS FOR " + sort + ";\n" + head + " ADD MAPPING FOR " + sort + " WITH "
                + draw.oneOf(dictionary.name(), dictionary.name() + ", simple"));
    }

    /** A collation of the items for a column or an attribute, or nothing. */
    String collated(String type, Set<String> needs) {
        List<Item> collations = items.all(Kind.COLLATION);
        if (collations.isEmpty() || !type.equals("text") && !type.startsWith("character varying(") || draw.chance(50)
                || type.endsWith("[]")) {
            return "";
        }
        Item collation = draw.oneOf(collations);
        needs.add(collation.key());
        return " COLLATE " + collation.name();
    }

    /** The words of a text by a configuration of the items, or null. */
    String words(String text, Set<String> needs) {
        List<Item> configurations = items.all(Kind.CONFIGURATION);
        if (configurations.isEmpty()) {
            return null;
        }
        Item configuration = draw.oneOf(configurations);
        needs.add(configuration.key());
        return "to_tsvector('" + configuration.name() + "'::regconfig, " + text + ")";
    }
}
