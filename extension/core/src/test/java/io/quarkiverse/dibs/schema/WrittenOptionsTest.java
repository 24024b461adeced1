package io.quarkiverse.dibs.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class WrittenOptionsTest {

    private static final SortedMap<String, String> WRITTEN = written("fillfactor", "autovacuum_enabled", "zeta");

    @Test
    void theOrderIsNoDifference() {
        SortedMap<String, String> sorted = new TreeMap<>(Map.of("fillfactor", "1", "autovacuum_enabled", "1", "zeta", "1"));
        assertThat(WRITTEN).isEqualTo(sorted).hasSameHashCodeAs(sorted).hasToString(sorted.toString())
                .isEqualTo(written("zeta", "fillfactor", "autovacuum_enabled")).isNotEqualTo(written("zeta", "fillfactor"));
        assertThat(sorted).isEqualTo(WRITTEN);
    }

    @Test
    void whoAsksForItGetsTheOrderAlsoFromACopy() {
        assertThat(WrittenOptions.inOrder(Copies.of(WRITTEN))).extracting(Map.Entry::getKey)
                .containsExactly("fillfactor", "autovacuum_enabled", "zeta");
        assertThat(WRITTEN.keySet()).containsExactly("autovacuum_enabled", "fillfactor", "zeta");
    }

    private static SortedMap<String, String> written(String... names) {
        LinkedHashMap<String, String> options = new LinkedHashMap<>();
        for (String name : names) {
            options.put(name, "1");
        }
        return WrittenOptions.of(options);
    }
}
