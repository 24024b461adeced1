package io.quarkiverse.dibs.postgres.text;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.report.MigrationEvent;

/** The lines of Java around the call that failed. They are an aid: a source that cannot be read is left out in silence. */
public final class SourceExcerpt {

    private static final Pattern LOCATION = Pattern.compile("(?<file>.+\\.java):(?<line>\\d+)(:\\d+)?");
    private static final int NEIGHBOURS = 2;

    private SourceExcerpt() {
    }

    /** The event with the lines at which it happened. */
    public static MigrationEvent.Failed of(MigrationEvent.Failed event, Path sources) {
        return event.problem().location().map(where -> event.withSourceLines(lines(sources, where))).orElse(event);
    }

    /**
     * The line of {@code location}, marked, and two on each side.
     *
     * @param sources the root of the source folder, {@code src/main/java}
     * @param location {@code org/acme/M1Start.java:12}, relative to it
     */
    static List<String> lines(Path sources, String location) {
        Matcher matcher = LOCATION.matcher(location);
        if (!matcher.matches()) {
            return List.of();
        }
        Path root = sources.toAbsolutePath().normalize();
        Path file = root.resolve(matcher.group("file")).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return around(Files.readAllLines(file), Integer.parseInt(matcher.group("line")));
        } catch (MalformedInputException | NumberFormatException notReadable) {
            return List.of();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static List<String> around(List<String> source, int number) {
        if (number < 1 || number > source.size()) {
            return List.of();
        }
        int first = Math.max(1, number - NEIGHBOURS);
        int last = Math.min(source.size(), number + NEIGHBOURS);
        int digits = Integer.toString(last).length();
        List<String> shown = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            shown.add((i == number ? "> " : "  ") + ("%" + digits + "d | ").formatted(i)
                    + source.get(i - 1).replace("\t", "    "));
        }
        return shown;
    }
}
