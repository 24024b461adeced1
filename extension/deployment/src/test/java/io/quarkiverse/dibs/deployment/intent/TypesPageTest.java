package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The page that lists the types says what the code does, and all of it. */
class TypesPageTest {

    private static final Path PAGE = Path.of("../../docs/modules/ROOT/pages/types.adoc");
    private static final Pattern ROW = Pattern.compile("^\\|(`.*`) \\|`([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void thePageListsEveryTypeAndNoOther() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            for (MatchResult name : NAME.matcher(row.group(1)).results().toList()) {
                documented.put(name.group(1), row.group(2));
            }
        }
        // not values of their own: an array, and what stands for a value or nothing
        for (String wrapper : new String[] { "byte[]", "java.util.OptionalInt", "java.util.OptionalLong",
                "java.util.OptionalDouble" }) {
            assertThat(documented.remove(wrapper)).as(wrapper).isNotNull();
        }
        Map<String, String> known = new TreeMap<>();
        ScalarTypes.names().forEach(name -> known.put(name, ScalarTypes.of(name).orElseThrow().name()));
        assertThat(documented).isEqualTo(known);
    }
}
