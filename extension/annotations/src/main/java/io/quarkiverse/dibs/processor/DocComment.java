package io.quarkiverse.dibs.processor;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Javadoc comment as written: what stands before the block tags, and what {@code @param} says of each name. Markup and inline
 * tags stay as they are.
 */
record DocComment(Optional<String> description, SortedMap<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\S+)\\s+(.+)", Pattern.DOTALL);

    DocComment {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * @param raw the comment as the compiler gives it, without asterisks; null when there is none
     */
    static DocComment parse(String raw) {
        SortedMap<String, String> parameters = new TreeMap<>();
        if (raw == null) {
            return new DocComment(Optional.empty(), parameters);
        }
        StringBuilder block = new StringBuilder();
        String description = null;
        int braces = 0;
        for (String line : raw.lines().toList()) {
            String text = (line.startsWith(" ") ? line.substring(1) : line).stripTrailing();
            if (braces == 0 && text.stripLeading().matches("@\\p{Alpha}.*")) {
                description = description == null ? block.toString() : description;
                parameter(block.toString(), parameters);
                block.setLength(0);
            }
            block.append(text).append('\n');
            braces = openBraces(text, braces);
        }
        description = description == null ? block.toString() : description;
        parameter(block.toString(), parameters);
        return new DocComment(Optional.of(description.strip()).filter(text -> !text.isEmpty()), parameters);
    }

    private static void parameter(String block, SortedMap<String, String> parameters) {
        Matcher matcher = PARAMETER.matcher(block.strip());
        if (matcher.matches()) {
            parameters.putIfAbsent(matcher.group(1), matcher.group(2).replaceAll("\\s*\\n\\s*", " "));
        }
    }

    /** A line that begins with an at sign inside an inline tag is not a block tag. */
    private static int openBraces(String line, int before) {
        int open = before;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '{' && (open > 0 || line.startsWith("{@", i))) {
                open++;
            } else if (line.charAt(i) == '}' && open > 0) {
                open--;
            }
        }
        return open;
    }
}
