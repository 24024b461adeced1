package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The page of guarantees names each promise and each test of one, and no other. */
class GuaranteesPageTest {

    private static final int PROMISES = 18;
    private static final Pattern TEST = Pattern.compile("`(P\\d\\d_\\w+Test)`");
    private static final Pattern FILE = Pattern.compile("P\\d\\d_\\w+Test\\.java");

    private final SortedMap<Integer, SortedSet<String>> named = new TreeMap<>();

    GuaranteesPageTest() {
        String page = Repository.text("docs/modules/ROOT/pages/guarantees.adoc");
        Arrays.stream(page.split("(?m)^== ")).skip(1).forEach(section -> {
            int number = Integer.parseInt(section.substring(1, section.indexOf(' ')));
            named.put(number, TEST.matcher(section).results().map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    @Test
    void everyPromiseStandsThereInOrderWithATestOfItsName() {
        assertThat(named.keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, PROMISES).boxed().toList());
        named.forEach((number, tests) -> assertThat(tests).as("tests of P" + number).isNotEmpty()
                .allMatch(test -> test.startsWith("P%02d_".formatted(number))));
    }

    @Test
    void theTestsThatItNamesAreThoseThatAreThere() {
        List<String> present = Repository.files("Test.java").stream().map(path -> path.getFileName().toString())
                .filter(name -> FILE.matcher(name).results().map(MatchResult::group).anyMatch(name::equals))
                .map(name -> name.substring(0, name.length() - ".java".length())).sorted().toList();
        assertThat(named.values().stream().flatMap(SortedSet::stream).sorted().toList()).isEqualTo(present);
    }
}
