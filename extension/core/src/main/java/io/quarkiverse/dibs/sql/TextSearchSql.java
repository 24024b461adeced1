package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.TextSearchObject;

/** SQL for text search parsers, templates, dictionaries and configurations. */
final class TextSearchSql implements KindSql<TextSearchObject> {

    @Override
    public List<String> create(TextSearchObject object, WriteContext context) {
        List<String> statements = new ArrayList<>(
                List.of("CREATE " + ObjectNames.of(object.id()) + " " + OptionList.of(object.options())));
        object.mappings().forEach((token, dictionaries) -> statements.add(mapping(object, "ADD", token, dictionaries)));
        return statements;
    }

    @Override
    public List<String> drop(TextSearchObject object, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(object.id()));
    }

    @Override
    public List<String> rename(TextSearchObject from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(TextSearchObject from, TextSearchObject to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case TEXT_SEARCH_OPTIONS -> List.of(ObjectNames.alter(to.id()) + " " + optionChange(from, to));
            case TEXT_SEARCH_MAPPINGS -> mappingChange(from, to);
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    /** An option without a value goes back to the template's default. */
    private static String optionChange(TextSearchObject from, TextSearchObject to) {
        SortedMap<String, String> change = new TreeMap<>(to.options());
        change.entrySet().removeIf(option -> option.getValue().equals(from.options().get(option.getKey())));
        from.options().keySet().stream().filter(key -> !to.options().containsKey(key))
                .forEach(key -> change.put(key, ""));
        return OptionList.of(change);
    }

    private static List<String> mappingChange(TextSearchObject from, TextSearchObject to) {
        List<String> statements = new ArrayList<>();
        from.mappings().keySet().stream().filter(token -> !to.mappings().containsKey(token))
                .forEach(token -> statements.add(ObjectNames.alter(to.id()) + " DROP MAPPING FOR " + Identifiers.quote(token)));
        to.mappings().forEach((token, dictionaries) -> {
            String before = from.mappings().get(token);
            if (!dictionaries.equals(before)) {
                statements.add(mapping(to, before == null ? "ADD" : "ALTER", token, dictionaries));
            }
        });
        return statements;
    }

    private static String mapping(TextSearchObject object, String verb, String token, String dictionaries) {
        return ObjectNames.alter(object.id()) + " " + verb + " MAPPING FOR " + Identifiers.quote(token) + " WITH "
                + dictionaries;
    }
}
