package io.quarkiverse.dibs.postgres.fleet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * Reads a list of targets: a line for each, with its URL and, after blanks, {@code schema=} and {@code name=} where they are
 * wanted. Blank lines and what follows a {@code #} at the beginning of a word are left out. A line may hold a password, so
 * nothing of it is ever shown but the words dibs itself knows.
 */
public final class TargetsFile {

    private static final String FORM = "Write it as postgresql://user@host:port/database, then schema=NAME and name=NAME where "
            + "they are wanted.";

    private TargetsFile() {
    }

    /**
     * @param file its name, for messages
     * @throws DibsException DIBS-0741 that names the line
     */
    public static List<Target> parse(String file, String text) {
        List<Target> targets = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            List<String> words = words(line);
            if (!words.isEmpty()) {
                targets.add(target(words, file + ":" + number));
            }
        }
        return targets;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.strip().replace("\uFEFF", "").split("\\s+")) {
            if (word.startsWith("#")) {
                break;
            }
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Target target(List<String> words, String place) {
        String schema = null;
        String name = null;
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("schema=") && schema == null) {
                schema = value(word, place);
            } else if (word.startsWith("name=") && name == null) {
                name = value(word, place);
            } else {
                throw wrong(place, "word " + (words.indexOf(word) + 1) + " of the line is neither schema=NAME nor name=NAME, or"
                        + " it is there twice", FORM + " A blank inside a name is written %20.");
            }
        }
        try {
            Target database = Target.of(words.get(0));
            Target target = schema == null ? database : database.in(schema);
            return name == null ? target : target.named(name);
        } catch (DibsException e) {
            throw wrong(place, "the line does not begin with a target: " + e.problem().message(),
                    e.problem().remedy().orElse(FORM));
        }
    }

    private static String value(String word, String place) {
        String key = word.substring(0, word.indexOf('='));
        String raw = word.substring(key.length() + 1);
        try {
            String value = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (!value.isBlank()) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(place, key + "= is not percent-encoded properly", "Write a percent sign as %25.");
        }
        throw wrong(place, key + "= says nothing", "Give it a name, or leave it out.");
    }

    private static DibsException wrong(String place, String message, String remedy) {
        return new DibsException(Problem.of("DIBS-0741", Category.USAGE, message).at(place).remedy(remedy));
    }
}
