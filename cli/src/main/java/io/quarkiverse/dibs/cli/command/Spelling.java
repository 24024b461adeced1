package io.quarkiverse.dibs.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of some names was probably meant by one that is none of them. */
final class Spelling {

    /** With so few letters each word is like each other one. */
    private static final int TOO_SHORT = 3;
    private static final int SHORT = 4;

    private Spelling() {
    }

    /** The one that begins so, or that differs in a letter or two; none where that would be a guess. */
    static Optional<String> meant(String given, Collection<String> names) {
        String word = given.toLowerCase(Locale.ROOT);
        int letters = word.replace("-", "").length();
        if (letters < TOO_SHORT) {
            return Optional.empty();
        }
        int most = letters < SHORT ? 1 : 2;
        return names.stream().filter(name -> distance(word, name) <= most || name.startsWith(word))
                .min(Comparator.comparingInt((String name) -> distance(word, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to add, to leave out or to change: V. Levenshtein, Soviet Physics Doklady 10 (1966). */
    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(changed, Math.min(last[j], next[j - 1]) + 1);
            }
            last = next;
        }
        return last[other.length()];
    }
}
