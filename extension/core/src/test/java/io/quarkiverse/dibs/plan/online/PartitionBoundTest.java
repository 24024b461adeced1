package io.quarkiverse.dibs.plan.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PartitionBoundTest {

    @Test
    void aKeyIsReadWithItsColumnsAndNoExpressionNorHash() {
        assertThat(PartitionKey.of("RANGE (a, \"The \"\"B\")"))
                .contains(new PartitionKey(true, List.of("a", "The \"B"), true));
        assertThat(PartitionKey.of("LIST (a COLLATE \"C\")")).map(PartitionKey::plain).contains(false);
        assertThat(PartitionKey.of("RANGE (a int4_ops, b)")).map(PartitionKey::columns)
                .contains(List.of("a", "b"));
        assertThat(PartitionKey.of("LIST (lower(a))")).isEmpty();
        assertThat(PartitionKey.of("RANGE (a, ((b + 1)))")).isEmpty();
        assertThat(PartitionKey.of("HASH (a)")).isEmpty();
    }

    @Test
    void aRangeIsHalfOpenAndHoldsNoNull() {
        assertThat(condition("RANGE (a)", "FOR VALUES FROM (1) TO ('2024-01-01')"))
                .contains("a IS NOT NULL AND a >= '1' AND a < '2024-01-01'");
        assertThat(condition("RANGE (\"A\")", "FOR VALUES FROM (MINVALUE) TO ('it''s')"))
                .contains("\"A\" IS NOT NULL AND \"A\" < 'it''s'");
        assertThat(condition("RANGE (a)", "FOR VALUES FROM (MINVALUE) TO (MAXVALUE)")).contains("a IS NOT NULL");
    }

    @Test
    void aListHoldsNullWhereItSaysSo() {
        assertThat(condition("LIST (a)", "FOR VALUES IN ('x, y')")).contains("a IS NOT NULL AND a = 'x, y'");
        assertThat(condition("LIST (a)", "FOR VALUES IN (1, NULL, 2)")).contains("(a IS NULL OR a IN ('1', '2'))");
        assertThat(condition("LIST (a)", "FOR VALUES IN (NULL)")).contains("a IS NULL");
        assertThat(condition("LIST (a)", "FOR VALUES IN (true)")).contains("a IS NOT NULL AND a = 'true'");
    }

    @Test
    void whatIsNotCertainHasNoCondition() {
        assertThat(condition("RANGE (a, b)", "FOR VALUES FROM (1, 2) TO (3, 4)")).isEmpty();
        assertThat(condition("LIST (a COLLATE \"C\")", "FOR VALUES IN ('x')")).isEmpty();
        assertThat(condition("LIST (a)", "DEFAULT")).isEmpty();
        assertThat(condition("LIST (a)", "FOR VALUES IN (E'x\\\\y')")).isEmpty();
        assertThat(condition("RANGE (a)", "FOR VALUES FROM (1, 2) TO (3, 4)")).isEmpty();
    }

    private static Optional<String> condition(String key, String bound) {
        return PartitionKey.of(key).flatMap(read -> PartitionBound.condition(read, bound));
    }
}
