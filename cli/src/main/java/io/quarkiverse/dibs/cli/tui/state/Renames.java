package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.report.RenameLine;

/** What the user has said about likely renames: yes or no by flag. What nobody has said is a question. */
public record Renames(Map<String, Boolean> answers) {

    public static final Renames NONE = new Renames(Map.of());

    private static final String FLAG = "--rename ";

    public Renames {
        answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    Renames answer(RenameLine question, boolean yes) {
        Map<String, Boolean> more = new TreeMap<>(answers);
        more.put(question.flag(), yes);
        return new Renames(more);
    }

    boolean isOpen(RenameLine question) {
        return !answers.containsKey(question.flag());
    }

    /** Those that are, as {@code users.name=users.display_name}. */
    public List<String> agreed() {
        return answers.entrySet().stream().filter(Map.Entry::getValue).map(answer -> answer.getKey().replace(FLAG, ""))
                .toList();
    }
}
