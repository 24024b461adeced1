package io.quarkiverse.dibs.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A listing of a page that has a role.
 *
 * @param title where the file is; empty for commands
 * @param role {@code run} for commands with what they print, {@code file} for a whole file, {@code method} for the body of the
 *        migration that the title names
 */
record DocumentedBlock(String title, String role, String text) {

    private static final Pattern LISTING = Pattern
            .compile("(?m)^(?:\\.(\\S+)\\n)?\\[source,\\w+,role=(\\w+)]\\n----\\n(.*?)^----$",
                    Pattern.DOTALL | Pattern.MULTILINE);

    /** A command without its prompt, and the lines that it has to print among others. */
    record Command(String line, List<String> shown) {
    }

    static List<DocumentedBlock> of(String page) {
        List<DocumentedBlock> blocks = new ArrayList<>();
        Matcher listing = LISTING.matcher(page);
        while (listing.find()) {
            blocks.add(
                    new DocumentedBlock(listing.group(1) == null ? "" : listing.group(1), listing.group(2), listing.group(3)));
        }
        return blocks;
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), new ArrayList<>()));
            } else {
                commands.get(commands.size() - 1).shown().add(line.strip());
            }
        });
        return commands;
    }

    /** Whether the line has the words that are shown, with as much room between them as it needs. */
    static boolean shows(String actual, String shown) {
        String pattern = Stream.of(shown.split("\\s+")).map(word -> Stream.of(word.split("\\*", -1)).map(Pattern::quote)
                .reduce((one, other) -> one + ".*" + other).orElse("")).reduce((one, other) -> one + ".+" + other).orElse("");
        return Pattern.compile(pattern).matcher(actual).find();
    }
}
