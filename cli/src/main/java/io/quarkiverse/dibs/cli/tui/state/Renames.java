package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.report.RenameLine;

/**
 * What the user has said about likely renames: yes or no by request, {@code users.name=users.display_name}. What nobody has
 * said
 * is a question.
 */
public record Renames(Map<String, Boolean> answers) {

    public static final Renames NONE = new Renames(Map.of());

    public Renames {
        answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    Renames answer(RenameLine question, boolean yes) {
        Map<String, Boolean> more = new TreeMap<>(answers);
        more.put(question.request(), yes);
        return new Renames(more);
    }

    boolean isOpen(RenameLine question) {
        return !answers.containsKey(question.request());
    }

    /** Those that are. */
    public List<String> agreed() {
        return answers.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    Renames withoutAgreed() {
        Map<String, Boolean> others = new TreeMap<>(answers);
        others.values().removeIf(yes -> yes);
        return new Renames(others);
    }
}
