package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Step;

/**
 * The page of the manual that says what each form does to a busy database. It is written from what the steps declare, by
 * {@code -Dupdate} with all majors; every other run compares its own majors with it.
 */
final class HazardsPage {

    private static final Path FILE = Path.of(System.getProperty("dibs.pages"), "hazards.adoc");
    private static final boolean UPDATE = System.getProperty("update") != null;
    private static final SortedSet<Integer> ALL = new TreeSet<>(List.of(14, 15, 16, 17, 18));

    /** The rows of the table by form and major, in the order of the forms. */
    private final Map<String, SortedMap<Integer, String>> rows = new LinkedHashMap<>();

    void add(EffectsForm form, int major, Plan plan) {
        rows.computeIfAbsent(form.name(), name -> new TreeMap<>()).put(major,
                plan.steps().stream().map(HazardsPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(Step step) {
        EffectsFacts facts = EffectsFacts.declaredBy(step.effects());
        SortedMap<LockMode, List<String>> byMode = new TreeMap<>(java.util.Comparator.reverseOrder());
        facts.locks().forEach((relation, mode) -> byMode.computeIfAbsent(mode, none -> new ArrayList<>()).add(relation));
        String locks = byMode.entrySet().stream()
                .map(entry -> EffectsFacts.words(entry.getKey()) + ": " + list(entry.getValue()))
                .collect(Collectors.joining("; "));
        String hazards = step.hazards().stream().map(note -> "`" + note.hazard().writtenName() + "`").distinct()
                .collect(Collectors.joining(", "));
        return "|" + code(String.join("; ", step.statements())) + " |" + locks + " |" + list(facts.scans()) + " |"
                + list(facts.rewrites()) + " |" + hazards;
    }

    private static String list(Collection<String> relations) {
        return String.join(", ", relations).replace("shop.", "");
    }

    private static String code(String sql) {
        return "`+" + sql.replaceAll("\\s+", " ").replace("|", "\\|") + "+`";
    }

    void check(List<Integer> majors) {
        if (UPDATE) {
            assertThat(majors).as("majors of -Dupdate").containsExactlyInAnyOrderElementsOf(ALL);
            write(text());
            return;
        }
        Map<String, SortedMap<Integer, String>> written = read();
        assertThat(file()).as("hazards.adoc").startsWith(START);
        for (int major : majors) {
            assertThat(of(written, major))
                    .as("what hazards.adoc says of " + major + "; -Dupdate -Dmajors=14,15,16,17,18 writes it")
                    .isEqualTo(of(rows, major));
        }
        if (majors.containsAll(ALL)) {
            assertThat(text()).as("hazards.adoc").isEqualTo(file());
        }
    }

    private static Map<String, String> of(Map<String, SortedMap<Integer, String>> rows, int major) {
        Map<String, String> lines = new TreeMap<>();
        rows.forEach((form, byMajor) -> {
            if (byMajor.containsKey(major)) {
                lines.put(form, byMajor.get(major));
            }
        });
        return lines;
    }

    private static final String START = """
            = What each change does to a busy database

            // Written by EffectsCertificateTest with -Dupdate; do not edit.
            The locks, scans and rewrites of each form as `dibs` plans it, on a small schema that has rows in every table. Each line is
            checked against a real server: the locks its backend holds, the rows its transaction read, the files that changed. A
            statement that cannot run in a transaction is watched by others while they make it wait, again and again. Where the schema
            does not say enough, as with the session's time zone, the worse is declared. ACCESS SHARE, which every SELECT takes, is named where it is
            declared and left out otherwise. All five major versions are alike unless a form names its own.

            [cols="5,3,1,1,2"]
            |===
            |Statement |Locks |Reads all rows of |Writes anew |Hazards

            """;

    private String text() {
        StringBuilder text = new StringBuilder(START);
        rows.forEach((form, byMajor) -> {
            Map<String, SortedSet<Integer>> alike = new LinkedHashMap<>();
            byMajor.forEach((major, lines) -> alike.computeIfAbsent(lines, none -> new TreeSet<>()).add(major));
            alike.forEach((lines, majors) -> text.append("5+|*").append(form).append('*')
                    .append(majors.equals(ALL) ? ""
                            : " (" + majors.stream().map(String::valueOf)
                                    .collect(Collectors.joining(", ")) + ")")
                    .append('\n').append(lines).append("\n\n"));
        });
        return text.append("|===\n").toString();
    }

    private static Map<String, SortedMap<Integer, String>> read() {
        Map<String, SortedMap<Integer, String>> rows = new TreeMap<>();
        for (String block : file().split("\n\n")) {
            if (block.startsWith("5+|*")) {
                String head = block.substring(0, block.indexOf('\n'));
                String form = head.substring(4, head.lastIndexOf('*'));
                String majors = head.substring(head.lastIndexOf('*') + 1).replaceAll("[ ()]", "");
                for (Integer major : majors.isEmpty() ? ALL
                        : java.util.Arrays.stream(majors.split(",")).map(Integer::valueOf).toList()) {
                    rows.computeIfAbsent(form, name -> new TreeMap<>()).put(major, block.substring(head.length() + 1));
                }
            }
        }
        return rows;
    }

    private static String file() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text) {
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
