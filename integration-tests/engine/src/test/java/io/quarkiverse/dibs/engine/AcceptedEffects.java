package io.quarkiverse.dibs.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Differences between declared and measured effects that stay, each with its reason. A line of {@code effects/accepted.txt} is
 * {@code form | difference | reason}; one that no server shows any more has to go.
 */
final class AcceptedEffects {

    private record Entry(String form, String difference, String reason) {
    }

    private final List<Entry> entries = Resources.text("effects/accepted.txt").lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#")).map(AcceptedEffects::entry).toList();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private static Entry entry(String line) {
        String[] parts = line.split(" \\| ");
        if (parts.length != 3 || parts[2].isBlank()) {
            throw new IllegalArgumentException("not form | difference | reason: " + line);
        }
        return new Entry(parts[0], parts[1], parts[2]);
    }

    boolean accepts(EffectsForm form, String difference) {
        boolean accepted = entries.stream()
                .anyMatch(entry -> entry.form().equals(form.name()) && entry.difference().equals(difference));
        if (accepted) {
            seen.add(form.name() + " | " + difference);
        }
        return accepted;
    }

    List<String> notNeeded() {
        return entries.stream().map(entry -> entry.form() + " | " + entry.difference())
                .filter(entry -> !seen.contains(entry)).toList();
    }
}
