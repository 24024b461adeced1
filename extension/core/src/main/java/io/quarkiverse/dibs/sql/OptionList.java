package io.quarkiverse.dibs.sql;

import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.WrittenOptions;

/** {@code (KEY = value, FLAG)}: the option lists of CREATE AGGREGATE and its like. The values are SQL already. */
final class OptionList {

    private OptionList() {
    }

    static String of(SortedMap<String, String> options) {
        return WrittenOptions.inOrder(options).stream()
                .map(option -> key(option.getKey()) + (option.getValue().isEmpty() ? "" : " = " + option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The words of the grammar are in upper case and stay; a dictionary's own options are names. */
    private static String key(String key) {
        return key.equals(key.toUpperCase(Locale.ROOT)) ? key : Identifiers.quote(key);
    }
}
