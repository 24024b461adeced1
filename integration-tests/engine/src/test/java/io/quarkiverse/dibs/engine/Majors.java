package io.quarkiverse.dibs.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers a case is for: all, or what the first line of one of its schemas says, {@code -- major: 15+} or {@code 14-16}.
 */
record Majors(int first, int last) {

    private static final Pattern LINE = Pattern.compile("\\A-- major: (\\d+)(?:(\\+)|-(\\d+))\\R");
    private static final String START = "-- major";

    static Majors of(Pair pair) {
        Majors from = of(pair.name(), pair.from());
        Majors to = of(pair.name(), pair.to());
        return new Majors(Math.max(from.first, to.first), Math.min(from.last, to.last));
    }

    private static Majors of(String name, String schema) {
        Matcher line = LINE.matcher(schema);
        if (!line.find()) {
            if (schema.contains(START)) {
                throw new IllegalArgumentException(name + ": not the first line, or not as -- major: 15+ or 14-16");
            }
            return new Majors(0, Integer.MAX_VALUE);
        }
        return new Majors(Integer.parseInt(line.group(1)),
                line.group(2) != null ? Integer.MAX_VALUE : Integer.parseInt(line.group(3)));
    }

    boolean include(int major) {
        return first <= major && major <= last;
    }
}
